"""Who has left the ledger has no seat at the desk: neither their password nor their factors sign in any more."""

from sosik.adapters.store.members import members
from sosik.adapters.store.opened import Store
from sosik.desk.models import Invitation, Seat
from sosik.values.ids import MemberId


def remove_seats_of_gone(store: Store) -> None:
    """At a demo names that the ledger never knew sit too: there, only of those who left."""
    known = members(store)
    for seat in Seat.objects.select_related("user"):
        member = known.get(MemberId(seat.member))
        if not (member.is_here if member else store.is_demo):
            Invitation.objects.filter(member=seat.member).delete()
            seat.user.delete()
