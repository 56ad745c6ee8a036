"""Dovecot and Exim from Debian's packages, on loopback, with everything of theirs in one folder.

The mail server takes letters for two domains and hands them to Dovecot by LMTP. Programs may send
by it on a port of their own: by STARTTLS, with a name and a password.
"""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

DOMAINS = ["harborwatch.example", "lanternharbour.example", "elsewhere.example"]
PASSWORD = "a-password-for-tests"

DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.key
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
recipient_delimiter = +
auth_username_format = %Lu
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={folder}/mail/%u allow_all_users=yes
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
"""

EXIM = """
primary_hostname = localhost
spool_directory = {folder}/spool
log_file_path = {folder}/log/exim-%slog
keep_environment =
pid_file_path = {folder}/exim.pid
exim_user = mail
exim_group = mail
local_interfaces = 127.0.0.1
daemon_smtp_ports = {smtp} : {submission}
tls_certificate = {folder}/server.pem
tls_privatekey = {folder}/server.key
tls_advertise_hosts = *
queue_run_in_order = true
acl_smtp_rcpt = check_rcpt
begin acl
check_rcpt:
  deny condition = ${{if eq{{$received_port}}{{{submission}}}}}
       !authenticated = *
       message = Sign in first
  accept domains = {domains}
  deny message = No such domain here
begin routers
inside:
  driver = manualroute
  domains = {domains}
  route_data = 127.0.0.1
  transport = to_dovecot
  self = send
begin transports
to_dovecot:
  driver = smtp
  protocol = lmtp
  port = {lmtp}
  allow_localhost = true
  hosts_avoid_tls = *
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_advertise_condition = ${{if def:tls_in_cipher}}
  server_prompts = :
  server_condition = ${{if and{{{{eq{{$auth2}}{{rapport}}}}{{eq{{$auth3}}{{{password}}}}}}}}}
  server_set_id = $auth2
"""


def free_ports(count):
    # All are held until the last is chosen, so that no two are equal.
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [listener.getsockname()[1] for listener in listeners]
    for listener in listeners:
        listener.close()
    return ports


def wait_for(port, what):
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"{what} does not answer on port {port}")


class Servers:
    """Both servers, running until they are stopped."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.imaps, self.lmtp, self.smtp, self.submission = free_ports(4)
        self.processes = []

    def start(self):
        self.folder.mkdir(parents=True)
        for name in ["mail", "spool", "log"]:
            (self.folder / name).mkdir()
            shutil.chown(self.folder / name, "mail", "mail")
        # The servers' own user must be let through on the way to the mailboxes.
        for folder in [self.folder, self.folder.parent]:
            folder.chmod(folder.stat().st_mode | 0o711)
        self.make_certificate()
        words = {
            "folder": self.folder,
            "password": PASSWORD,
            "imaps": self.imaps,
            "lmtp": self.lmtp,
            "smtp": self.smtp,
            "submission": self.submission,
            "domains": " : ".join(DOMAINS),
        }
        self.write("dovecot.conf", DOVECOT.format(**words))
        self.write("exim.conf", EXIM.format(**words))
        for name in ["server.pem", "server.key"]:
            shutil.chown(self.folder / name, "mail", "mail")
        self.run("dovecot", ["dovecot", "-F", "-c", self.folder / "dovecot.conf"])
        self.run("exim", ["exim4", "-C", self.folder / "exim.conf", "-bdf", "-q5s"])
        wait_for(self.imaps, "Dovecot")
        wait_for(self.lmtp, "Dovecot's LMTP")
        wait_for(self.smtp, "Exim")

    def stop(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    def keep_logs(self, folder):
        """Puts what the servers wrote down where whoever looks for a fault finds it."""
        for log in [*self.folder.glob("*.log"), *self.folder.glob("*.out"), *self.folder.glob("log/*")]:
            shutil.copy(log, folder)

    def write(self, name, text):
        (self.folder / name).write_text(text)
        os.chmod(self.folder / name, 0o644)

    def run(self, name, command):
        log = open(self.folder / f"{name}.out", "wb")
        command = [str(word) for word in command]
        self.processes.append(subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT))

    def make_certificate(self):
        """A certificate of our own making, which Rapport is told to trust."""
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
             "-keyout", self.folder / "server.key", "-out", self.folder / "server.pem"],
            check=True, capture_output=True,
        )
        os.chmod(self.folder / "server.key", 0o600)
