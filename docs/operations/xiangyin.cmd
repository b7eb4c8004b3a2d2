@echo off
rem Starts Xiangyin on Windows; sets it up at the first time. Close the window or press Ctrl-C to stop it.
rem Settings: put lines like "set PORT=8001" here; see docs\operations\settings.md
chcp 65001 >nul
cd /d "%~dp0..\.."
if exist .venv\ready.txt goto start
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" || (echo Python 3.11 or newer is needed. & pause & exit /b 2)
py -3 -m venv .venv || (pause & exit /b 1)
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements\run.lock || (pause & exit /b 1)
echo ready> .venv\ready.txt
:start
.venv\Scripts\python -m xiangyin run
if errorlevel 1 pause
