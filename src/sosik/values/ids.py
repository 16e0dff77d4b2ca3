"""Names of things: a type each, so that no two can be swapped."""

from typing import NewType

AccountId = NewType("AccountId", str)
ClaimId = NewType("ClaimId", str)
IncidentId = NewType("IncidentId", str)
SourceHandle = NewType("SourceHandle", str)
MemberId = NewType("MemberId", str)
BulletinId = NewType("BulletinId", str)
PlaceId = NewType("PlaceId", str)
CategoryKey = NewType("CategoryKey", str)
