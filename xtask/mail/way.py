"""The whole way by mail, with real servers and a standard library as the client's mail program.

Rosa writes to the office; her mail goes in by SMTP, lies in a mailbox, is taken out by IMAP and
becomes a concern. She is answered, reads the answer, and replies; her reply joins it. A machine
that answers is heard and never answered.

Usage: way.py RAPPORT FOLDER
"""

import email.policy
import http.client
import imaplib
import json
import os
import re
import smtplib
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.parse
from email.message import EmailMessage
from pathlib import Path

from servers import PASSWORD, Servers, free_ports, wait_for

ROOT = Path(__file__).resolve().parents[2]
OFFICE = "care@harborwatch.example"
ROSA = "rosa@lanternharbour.example"
TEO = "teo@harborwatch.example"
STAFF_PASSWORD = "the lighthouse blinks twice"
# The mailbox is looked into every half minute.
PATIENCE_SECONDS = 90


class Rapport:
    """An installation with the company of docs/import, and its server."""

    def __init__(self, binary, folder, servers):
        self.binary, self.folder, self.servers = binary, folder, servers
        [self.port] = free_ports(1)
        self.environment = {**os.environ, "SSL_CERT_FILE": str(servers.folder / "server.pem")}
        (folder / "rapport.toml").write_text(
            f'listen = "127.0.0.1:{self.port}"\n'
            f'data = "{folder / "data"}"\n'
            f'public_url = "http://localhost:{self.port}"\n'
            f'mail_from = "Harbor Watch <{OFFICE}>"\n'
            f'mail_address = "{OFFICE}"\n'
            f'mail_out = "smtp://rapport:{PASSWORD}@localhost:{servers.submission}?tls=required"\n'
            f'mail_in = "imaps://{OFFICE.replace("@", "%40")}:{PASSWORD}@localhost:{servers.imaps}/INBOX"\n'
        )

    def command(self, *arguments, **more):
        command = [self.binary, *arguments]
        return subprocess.run([str(word) for word in command], env=self.environment, check=True, text=True, **more)

    def set_up(self):
        data = ["--data", self.folder / "data"]
        first = ["--email", "first@harborwatch.example", "--name", "First One", "--role", "administrator"]
        self.command("user", "add", *data, *first, stdout=subprocess.DEVNULL)
        self.command("import", *data, ROOT / "docs/import", stdout=subprocess.DEVNULL)
        self.command("user", "password", *data, "--email", TEO, "--ask", input=STAFF_PASSWORD + "\n")

    def start(self):
        log = open(self.folder / "rapport.log", "wb")
        command = [self.binary, "serve", "--config", self.folder / "rapport.toml"]
        command = [str(word) for word in command]
        self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=subprocess.STDOUT)
        wait_for(self.port, "Rapport")

    def stop(self):
        self.process.terminate()
        self.process.wait(20)

    def ask(self, path, form=None):
        """A page, as Teo sees it; a form when there is one to send."""
        connection = http.client.HTTPConnection("localhost", self.port, timeout=20)
        headers = {"Cookie": getattr(self, "cookie", ""), "Sec-Fetch-Site": "same-origin"}
        if form is None:
            connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request("POST", path, urllib.parse.urlencode(form), headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        return answer.status, text

    def sign_in(self):
        status, text = self.ask("/sign-in", {"email": TEO, "password": STAFF_PASSWORD})
        check(status == 303, f"Teo cannot sign in: {status} {text}")


class Mailbox:
    """Somebody's mailbox, as a mail program reads it."""

    def __init__(self, address, servers):
        self.address, self.servers, self.seen = address, servers, 0
        self.trust = ssl.create_default_context(cafile=str(servers.folder / "server.pem"))

    def all(self):
        with imaplib.IMAP4_SSL("localhost", self.servers.imaps, ssl_context=self.trust) as mailbox:
            mailbox.login(self.address, PASSWORD)
            mailbox.select(readonly=True)
            numbers = mailbox.search(None, "ALL")[1][0].split()
            raw = [mailbox.fetch(number, "(RFC822)")[1][0][1] for number in numbers]
        return [email.message_from_bytes(one, policy=email.policy.default) for one in raw]

    def next(self, what):
        """The next letter that was not read yet."""
        letters = until(lambda: (found := self.all()) if len(found := self.all()) > self.seen else None, what)
        self.seen += 1
        return letters[self.seen - 1]


def until(look, what):
    """What `look` finds, once it finds something."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.5)
    raise SystemExit(f"This did not happen within {PATIENCE_SECONDS} s: {what}")


def check(right, otherwise):
    if not right:
        raise SystemExit(otherwise)


def send(servers, message, to):
    with smtplib.SMTP("127.0.0.1", servers.smtp) as out:
        out.send_message(message, to_addrs=[to])


def letter(sender, to, subject, words, **headers):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Message-ID"] = f"<{time.monotonic_ns()}@{sender.split('@')[1].rstrip('>')}>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(words)
    return message


def replying(to, words, **headers):
    """What a mail program makes when one presses reply."""
    quoted = "\n".join("> " + line for line in to.get_body(("plain",)).get_content().splitlines())
    words = f"{words}\n\nOn Wed, 25 Nov 2026 at 10:00, Harbor Watch wrote:\n{quoted}\n"
    references = f"{to['References'] or ''} {to['Message-ID']}".strip()
    subject = to["Subject"] if to["Subject"].lower().startswith("re:") else f"Re: {to['Subject']}"
    reply = letter(f"Rosa Delacroix <{ROSA}>", to["Reply-To"] or to["From"], subject, words, **headers)
    reply["In-Reply-To"], reply["References"] = to["Message-ID"], references
    return reply, email.utils.parseaddr(reply["To"])[1]


def concerns(rapport):
    status, text = rapport.ask("/queue")
    check(status == 200, f"the queue was answered with {status}")
    return re.findall(r'<tr id="concern-([0-9a-f-]+)"', text)


def walk(rapport, servers):
    rosas = Mailbox(ROSA, servers)
    first = letter(f"Rosa Delacroix <{ROSA}>", OFFICE, "Harbour Gate stood open", "The gate stood open all night.\n")
    send(servers, first, OFFICE)

    received = rosas.next("Rosa is told that her mail was received")
    check(received["Auto-Submitted"].startswith("auto-"), "the receipt does not say that a machine wrote it")
    check(first["Message-ID"] in received["References"], "the receipt does not join her mail in her mail program")
    check(received.get_body(("plain",)) and received.get_body(("html",)), "a letter has a text and an HTML part")
    check("+" in received["Reply-To"], "the receipt invites to no reply")
    number = re.search(r"\[([0-9A-Z-]+)\]", received["Subject"]).group(1)

    rapport.sign_in()
    [concern] = until(lambda: concerns(rapport), "her mail is a concern in the queue")
    status, page = rapport.ask(f"/concerns/{concern}")
    check(status == 200 and number in page and "The gate stood open all night." in page, page)
    version = re.search(r'name="version" value="(\d+)"', page).group(1)
    form = {"act": "answer", "words": "The lock is mended, and we look at it each evening.", "version": version}
    status, text = rapport.ask(f"/concerns/{concern}/messages", form)
    check(status == 303, f"the answer was not taken: {status} {text}")

    answer = rosas.next("Rosa reads the answer")
    check("The lock is mended" in answer.get_body(("plain",)).get_content(), "the answer has its words")
    check("Auto-Submitted" not in answer, "a person wrote the answer")
    check(received["Message-ID"] in answer["References"] or first["Message-ID"] in answer["References"],
          "the answer stands beside the receipt in her mail program")
    check("List-Unsubscribe-Post" in answer, "the answer can be switched off by one click")

    reply, to = replying(answer, "Thank you. It was open again at six this morning.")
    send(servers, reply, to)
    page = until(lambda: (text := rapport.ask(f"/concerns/{concern}")[1]) if "open again at six" in
                 (text := rapport.ask(f"/concerns/{concern}")[1]) else None, "her reply joins the conversation")
    check(concerns(rapport) == [concern], "her reply made no other concern")
    check(page.count("It was open again at six this morning.") == 1, "her reply stands there once")

    away, to = replying(answer, "I am away until Monday.", Auto_Submitted="auto-replied")
    send(servers, away, to)
    # Teo reads Spanish.
    until(lambda: "Respuesta autom\u00e1tica" in rapport.ask("/mail")[1],
          "her machine's reply is kept in the mailroom")
    check("I am away until Monday." not in re.sub(r"(?s)<li class=\"note.*?</li>", "", rapport.ask(
        f"/concerns/{concern}")[1]), "a machine's words are no words of hers")
    before = len(rosas.all())
    time.sleep(3)
    check(len(rosas.all()) == before, "a machine was answered")


def main():
    binary, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True)
    # The servers run as a user of their own, who may not be let into the folder of the checkout.
    place = tempfile.TemporaryDirectory(prefix="rapport-mail-")
    servers = Servers(Path(place.name) / "servers")
    rapport = None
    try:
        servers.start()
        rapport = Rapport(binary, folder, servers)
        rapport.set_up()
        rapport.start()
        walk(rapport, servers)
    finally:
        if rapport and hasattr(rapport, "process"):
            rapport.stop()
        servers.stop()
        servers.keep_logs(folder)
        place.cleanup()
    print(json.dumps({"by mail": "raised, received, answered, replied, and a machine not answered"}))


if __name__ == "__main__":
    main()
