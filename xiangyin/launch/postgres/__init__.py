from xiangyin.launch.postgres.server import Server as Server
from xiangyin.launch.postgres.throwaway import throwaway_server as throwaway_server
