"""A server of aiosmtpd on two ports, as real_server.rs wants it: one encrypted from the first byte, one by STARTTLS.

Arguments: a certificate and its key (PEM), a username, a password. Prints the two ports, then a line for each message:
envelope, the account that signed in, and the message as it came and as Python's own parser reads it, each in base64.
Ends when its input does.
"""

import asyncio
import base64
import email
import email.policy
import logging
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

certificate, key, username, password = sys.argv[1:]
# It warns of passwords taken where it did not begin the encryption itself.
logging.disable(logging.WARNING)


def told(*words):
    print(*(base64.b64encode(word if isinstance(word, bytes) else str(word).encode()).decode() for word in words), flush=True)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone@"):
            return "550 5.1.1 no such person"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        plain = message.get_body(("plain",)).get_content()
        html = message.get_body(("html",)).get_content()
        told(
            envelope.mail_from,
            ",".join(envelope.rcpt_tos),
            session.auth_data,
            envelope.original_content,
            message["From"],
            message["To"],
            message["Subject"],
            plain,
            html,
        )
        return "250 2.0.0 taken"


def authenticator(server, session, envelope, mechanism, login):
    right = login.login == username.encode() and login.password == password.encode()
    return AuthResult(success=right, handled=False, auth_data=username)


async def main():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    loop = asyncio.get_running_loop()

    def smtp(**options):
        return SMTP(Handler(), enable_SMTPUTF8=True, hostname="localhost", authenticator=authenticator, auth_required=True, **options)

    tls = await loop.create_server(lambda: smtp(auth_require_tls=False), "127.0.0.1", 0, ssl=context)
    starttls = await loop.create_server(lambda: smtp(tls_context=context, require_starttls=True), "127.0.0.1", 0)
    print(*(server.sockets[0].getsockname()[1] for server in (tls, starttls)), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
