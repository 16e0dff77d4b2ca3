"""The addresses of the desk. A view without a mark of who may see it is refused to everybody (``door``)."""

from allauth.account import views as account
from allauth.mfa.urls import urlpatterns as factors
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

from sosik.desk.views import (
    accounts,
    beside,
    bulletins,
    calls,
    claims,
    frame,
    incidents,
    members,
    paper,
    releases,
    replies,
    searching,
    sources,
    vault,
    writing,
)


def nobody(_request: HttpRequest) -> HttpResponse:
    """Members are invited; nobody signs up."""
    raise Http404


sign_in = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("signup/", nobody, name="account_signup"),
    path("reset/", nobody, name="account_reset_password"),
    path("email/", nobody, name="account_email"),
    path("factors/", include(factors)),
]

urlpatterns = [
    path("static/<path:name>", frame.static, name="static"),
    path("door/", include(sign_in)),
    path("language/", frame.language, name="language"),
    path("lock/", frame.lock, name="lock"),
    path("sign/", frame.sign, name="sign"),
    path("welcome/<str:word>/", frame.welcome, name="welcome"),
    path("join/<str:word>/", members.join, name="join"),
    path("members/", members.index, name="members"),
    path("members/invite/", members.invite, name="invite"),
    path("members/<str:member>/roles/", members.roles, name="member_roles"),
    path("progress/", frame.progress, name="progress"),
    path("progress/counted/", frame.counted, name="counted"),
    path("progress/import/<str:name>/", writing.import_progress, name="import_progress"),
    path("", accounts.inbox, name="inbox"),
    path("accounts/new/", writing.new, name="new_account"),
    path("accounts/numbers/", writing.numbers, name="numbers"),
    path("accounts/sealed/", calls.sealed, name="sealed_call"),
    path("accounts/sealed/correct/", calls.correct, name="correct_call"),
    path("accounts/paper/<str:lang>/", paper.form, name="paper_form"),
    path("accounts/import/", writing.imports, name="imports"),
    path("accounts/import/<str:name>/stop/", writing.stop_import, name="stop_import"),
    path("accounts/<str:name>/", accounts.one, name="account"),
    path("accounts/<str:name>/words/", claims.words, name="words"),
    path("accounts/<str:name>/add/", claims.add, name="add_claim"),
    path("accounts/<str:name>/undo/", claims.undo, name="undo_on_account"),
    path("accounts/<str:name>/stands/", accounts.stands, name="stands"),
    path("accounts/<str:name>/erase/", sources.erase_account, name="erase_account"),
    path("accounts/<str:name>/relate/", accounts.relate, name="relate"),
    path("accounts/<str:name>/translation/", beside.translation, name="translation"),
    path("accounts/<str:name>/attachments/<str:file>/", beside.attachment, name="attachment"),
    path("accounts/<str:name>/attachments/<str:file>/note/", beside.note, name="note_attachment"),
    path("accounts/<str:name>/coding/", beside.coding, name="coding"),
    path("accounts/<str:name>/claims/<str:claim>/", claims.form, name="claim_form"),
    path("accounts/<str:name>/claims/<str:claim>/decide/", claims.decide, name="decide_claim"),
    path("incidents/", incidents.index, name="incidents"),
    path("incidents/<str:name>/", incidents.one, name="incident"),
    path("incidents/<str:name>/judge/", incidents.judge, name="judge"),
    path("incidents/<str:name>/undo/", incidents.undo, name="undo_on_incident"),
    path("incidents/<str:name>/best/", incidents.best, name="choose_best"),
    path("measures/", incidents.measures, name="measures"),
    path("bulletins/", bulletins.index, name="bulletins"),
    path("bulletins/new/", bulletins.new, name="new_bulletin"),
    path("bulletins/<str:name>/", bulletins.one, name="bulletin"),
    path("bulletins/<str:name>/check/", bulletins.check, name="check_bulletin"),
    path("bulletins/<str:name>/save/", bulletins.save, name="save_bulletin"),
    path("bulletins/<str:name>/move/", bulletins.move, name="move_bulletin"),
    path("bulletins/<str:name>/override/", bulletins.override, name="override_bulletin"),
    path("bulletins/<str:name>/preview/<str:digest>/<path:file>", bulletins.preview, name="preview_bulletin"),
    path("releases/", releases.index, name="releases"),
    path("releases/next/", releases.progress, name="release_progress"),
    path("releases/prepare/", releases.prepare, name="prepare_release"),
    path("releases/scan/", releases.scan, name="scan_release"),
    path("releases/go/", releases.go, name="let_release_go"),
    path("releases/plan/", releases.plan, name="plan_release"),
    path("releases/preview/<str:digest>/<path:file>", releases.preview, name="preview_release"),
    path("replies/", replies.index, name="replies"),
    path("replies/fetch/", replies.fetch, name="fetch_mirror"),
    path("replies/<str:name>/", replies.one, name="reply"),
    path("sources/", sources.index, name="sources"),
    path("sources/<str:source>/", sources.one, name="source"),
    path("sources/<str:source>/compromised/", sources.compromised, name="compromise_source"),
    path("sources/<str:source>/hand-over/", sources.hand_over, name="hand_over_source"),
    path("sources/<str:source>/erase/", sources.erase, name="erase_source"),
    path("sources/<str:source>/vault/", vault.page, name="vault"),
    path("sources/<str:source>/vault/seal/", vault.seal, name="seal_identity"),
    path("search/", searching.search, name="search"),
]
