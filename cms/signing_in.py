"""The ways into the administration and out of it: who guesses has to pause, and what fails is told."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import Error, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.cache import never_cache
from django_tasks import task
from wagtail.admin.forms.auth import LoginForm, PasswordResetForm
from wagtail.admin.views.account import LoginView, LogoutView, PasswordResetConfirmView
from wagtail.users.models import UserProfile

from cms.outage import RETRY_AFTER, is_outage
from cms.throttling import RESET, SIGN_IN, Attempt


def attempt_of(name: str, request: HttpRequest | None) -> Attempt:
    """Return an attempt to sign in by a name.

    The stored password stands for the secret until it is changed: a new one begins with no wrong attempts.
    """
    stored = get_user_model().objects.filter(username=name).values_list("password", flat=True).first()
    return Attempt(SIGN_IN, f"{name} {stored}", name if stored is not None else "", request)


class SignInForm(LoginForm):
    """Refuses to look at a password after too many wrong ones."""

    attempt: Attempt
    error_messages: ClassVar[dict[str, Any]] = LoginForm.error_messages | {
        "invalid_login": gettext_lazy("The user name or the password is wrong. Check both and try again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Call the fields as Django does; Wagtail's form has one label in English, and sentences made of a label."""
        super().__init__(*args, **kwargs)
        self.fields["password"].label = AuthenticationForm.base_fields["password"].label
        for name in ("username", "password"):
            del self.fields[name].widget.attrs["placeholder"]

    def clean(self) -> dict[str, Any]:
        """Return the user's name and password; raises ValidationError that says how many attempts are left."""
        if not (self.cleaned_data.get("username") and self.cleaned_data.get("password")):
            return self.cleaned_data
        try:
            return self._checked()
        except Error as error:
            if not is_outage(error):
                raise
            raise ValidationError(not_now(), code="outage") from error

    def _checked(self) -> dict[str, Any]:
        self.attempt = attempt = attempt_of(self.cleaned_data["username"], self.request)
        verdict = attempt.begin()
        if verdict.is_refused:
            raise ValidationError(verdict.refusal(), code="throttled")
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError as error:
            attempt.failed()
            raise ValidationError([error, verdict.warning()]) from error
        attempt.succeeded()
        return cleaned


def not_now() -> str:
    """Return what somebody reads who wants to sign in while nothing can be written."""
    return _("Nobody can sign in just now, because nothing can be saved. Try again in a minute.")


class SignInView(LoginView):
    """The way into the administration, and to pages for signed-in readers."""

    def form_valid(self, form: SignInForm) -> HttpResponseBase:
        """Sign in, and know the device from now on; say so where the session cannot be kept."""
        try:
            with transaction.atomic():
                response: HttpResponseBase = super().form_valid(form)
        except Error as error:
            if not is_outage(error):
                raise
            self.request.session.modified = False
            self.request.user = AnonymousUser()
            form.add_error(None, ValidationError(not_now(), code="outage"))
            return self.form_invalid(form)
        form.attempt.remember(response)
        return response

    def form_invalid(self, form: SignInForm) -> HttpResponseBase:
        """Say what is wrong."""
        response: HttpResponseBase = super().form_invalid(form)
        if form.has_error(NON_FIELD_ERRORS, "outage"):
            response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
            response.headers["Retry-After"] = str(RETRY_AFTER)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Leave the name of the site as it is everywhere else; Django would take the host's."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        del context["site_name"]
        return context


class SignOutView(LogoutView):
    """The way out: by a button only, since a link on any page of the world could be followed unawares."""

    http_method_names = ["get", "head", "post", "options"]

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Sign out where it was asked for by the button, ask where it was not."""
        if request.method == "POST":
            signed_out: HttpResponseBase = super().dispatch(request, *args, **kwargs)
            return signed_out
        if request.method in {"GET", "HEAD"}:
            return TemplateResponse(request, "cms/sign_out.html")
        return HttpResponse(status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD, POST"})


class NewPasswordView(PasswordResetConfirmView):
    """Where the link of a mail leads: who chooses a new password here signs in here, whoever guesses elsewhere."""

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Keep the password, and know the device."""
        response: HttpResponseBase = super().form_valid(form)
        attempt_of(form.user.get_username(), self.request).remember(response)
        return response


class LibraryPasswordResetForm(PasswordResetForm):
    """Writes to each user in the language that they work in, and not without end."""

    def save(self, *, use_https: bool = False, request: HttpRequest | None = None, **templates: Any) -> None:
        """Have the link sent; what is asked for too often is not sent, which the answer does not tell.

        Whether there is such a user is looked up beside the request: nobody can tell it from the time of an answer.
        """
        email = self.cleaned_data["email"]
        if not Attempt(RESET, email, request=request).begin().is_refused:
            send_reset_link.enqueue(
                email=email,
                is_secure=use_https,
                host=request.get_host() if request else "",
                subject=templates["subject_template_name"],
                body=templates["email_template_name"],
            )

    def send(self, *, host: str, is_secure: bool, subject: str, body: str) -> None:
        """Send the link to whoever has this address."""
        super().save(domain_override=host, use_https=is_secure, subject_template_name=subject, email_template_name=body)

    def send_mail(  # noqa: PLR0917  Django's own signature
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        """Send the message in the user's language."""
        with override(UserProfile.get_for_user(context["user"]).get_preferred_language()):
            super().send_mail(
                subject_template_name,
                email_template_name,
                context | {"site_name": settings.WAGTAIL_SITE_NAME},
                from_email,
                to_email,
                html_email_template_name,
            )


@task()
def send_reset_link(email: str, host: str, is_secure: bool, subject: str, body: str) -> None:
    """Send the link to whoever has an e-mail address; nothing where nobody has."""
    form = LibraryPasswordResetForm({"email": email})
    if form.is_valid():
        form.send(host=host, is_secure=is_secure, subject=subject, body=body)
