from xiangyin.documents.models.document import Document
from xiangyin.documents.models.signature import Signature

__all__ = ["Document", "Signature"]
