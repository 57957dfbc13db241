#!/usr/bin/env python3
"""Asks this machine's kernel: runs command scripts, many at once.

usage: run_scripts.py JOBS FOLDER [ROOT]

FOLDER/NAME.sh is a script: a command a line, words split as by a shell, `<<EOF` and a body for
its standard input. FOLDER/dumps holds commands with %s for a namespace's name, run for every
namespace that is left at the end. Writes each transcript to FOLDER/NAME.out. ROOT is the folder
of a system to take the tools from.

Every script has mount and network namespaces of its own, which vanish afterwards. A namespace
starts from the kernel's compiled-in settings, whatever the machine's are, without what takes
time: duplicate address detection, router solicitations, limits on ICMP errors, ageing
neighbours. After a command that changes something the run waits until the kernel is done with
it: carriers, vanishing namespaces, and after a ping, address resolution.

A command with `&` at its end goes on in the background; what it writes follows the output of the
command during which it does. `kill $!` ends the one started last, `kill %N` the Nth. A line with
a redirection or `;` is run by a shell.
"""

import ctypes
import multiprocessing
import os
import re
import shlex
import socket
import struct
import subprocess
import sys
import time

NEW_NS, NEW_NET, PRIVATE = 0x20000, 0x40000000, 0x44000
LIBC = ctypes.CDLL(None, use_errno=True)
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "HOME": "/",
               "COLUMNS": "200"}
PATIENCE_SECONDS = 15.0

# How often jobs must have been found idle before the next command, and how long apart.
JOB_RESTS, JOB_REST_SECONDS = 4, 0.01

# Words of commands that change nothing, and of those that are done when they return.
LOOKS = {"show", "list", "get"}
AT_ONCE = {"route", "rule", "neigh", "conntrack", "iptables", "ip6tables", "iptables-save",
           "ip6tables-save", "iptables-restore", "ip6tables-restore"}
PING_PATIENCE_SECONDS = 15.0

OFF = ("accept_local arp_accept arp_announce arp_filter arp_ignore arp_notify bc_forwarding "
       "disable_policy disable_xfrm drop_gratuitous_arp drop_unicast_in_l2_multicast forwarding "
       "ignore_routes_with_linkdown log_martians medium_id promote_secondaries proxy_arp "
       "proxy_arp_pvlan route_localnet rp_filter src_valid_mark tag").split()
ON = "accept_redirects arp_evict_nocarrier secure_redirects send_redirects shared_media".split()


def settings():
    """The settings of a new namespace: (path, value)."""
    yield "ipv4/ip_forward", 0
    for device in ("all", "default", "lo"):
        for value, keys in ((0, OFF), (1, ON)):
            for key in keys:
                yield "ipv4/conf/%s/%s" % (device, key), value
        yield "ipv4/conf/%s/accept_source_route" % device, int(device != "all")
        yield "ipv6/conf/%s/disable_ipv6" % device, 0
    yield "ipv4/icmp_ratelimit", 1000
    yield "ipv4/icmp_ratemask", 0
    for device in ("all", "default"):
        yield "ipv6/conf/%s/accept_dad" % device, 0
        yield "ipv6/conf/%s/forwarding" % device, 0
    for key in ("use_tempaddr", "addr_gen_mode", "router_solicitations"):
        yield "ipv6/conf/default/" + key, 0


SETTINGS = list(settings())


def system(result, what):
    if result:
        raise OSError(ctypes.get_errno(), what)


def put(path, value):
    try:
        with open(path) as file:
            same = file.read().strip() == str(value)
        if not same:
            with open(path, "w") as file:
                file.write("%s\n" % value)
    except OSError:
        pass  # this kernel lacks the setting


class Rtnetlink:
    """A request socket in the namespace it was made in."""

    LINK, ADDRESS, NEIGHBOUR, NSID = 18, 22, 30, 90
    DUMP = 0x301

    def __init__(self):
        self.socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
        self.socket.bind((0, 0))
        self.socket.settimeout(5)

    def ask(self, kind, body, flags=DUMP):
        self.socket.send(struct.pack("=IHHII", 16 + len(body), kind, flags, 1, 0) + body)
        answers = []
        while True:
            data = self.socket.recv(1 << 20)
            while data:
                size, kind = struct.unpack_from("=IH", data)
                if kind in (2, 3):  # an error, or the end of a dump
                    return answers
                answers.append(data[16:size])
                data = data[(size + 3) & ~3:]
            if flags != self.DUMP:
                return answers

    @staticmethod
    def attributes(data):
        found = {}
        while len(data) >= 4:
            size, kind = struct.unpack_from("=HH", data)
            if size < 4:
                break
            found[kind & 0x3FFF] = data[4:size]
            data = data[(size + 3) & ~3:]
        return found

    def known(self, descriptor):
        body = struct.pack("=B3xHHI", 0, 8, 3, descriptor)
        for answer in self.ask(self.NSID, body, 1):
            number = self.attributes(answer[4:]).get(1)
            if number is not None:
                return struct.unpack("=i", number)[0]
        return -1

    def busy(self, descriptors, pinged):
        """Tells whether the kernel has work to do here."""
        self.ask(self.LINK, struct.pack("=BBHiII", 0, 0, 0, 1, 0, 0), 1)  # waits for the lock
        elsewhere = set()
        for answer in self.ask(self.LINK, struct.pack("=BBHiII", 0, 0, 0, 0, 0, 0)):
            flags = struct.unpack_from("=I", answer, 8)[0]
            fields = self.attributes(answer[16:])
            if 37 in fields:
                elsewhere.add(struct.unpack("=i", fields[37])[0])
            if flags & 8:  # loopback
                continue
            up, running, lower = flags & 1, bool(flags & 0x40), bool(flags & 0x10000)
            operational = 16 in fields and fields[16][0] == 6
            waiting = fields.get(6, b"").startswith(b"noop")
            if operational != bool(up and lower) or up and running != lower:
                return True
            if up and lower and waiting:
                return True
        if elsewhere and not elsewhere <= {self.known(fd) for fd in descriptors}:
            return True
        for answer in self.ask(self.ADDRESS, struct.pack("=BBBBi", socket.AF_INET6, 0, 0, 0, 0)):
            fields = self.attributes(answer[8:])
            flags = struct.unpack("=I", fields[8])[0] if 8 in fields else answer[2]
            if flags & 0x40 and not flags & 0x08:  # tentative, detection not failed
                return True
        if pinged:
            for family in (socket.AF_INET, socket.AF_INET6):
                request = struct.pack("=BBHiHBB", family, 0, 0, 0, 0, 0, 0)
                for answer in self.ask(self.NEIGHBOUR, request):
                    if struct.unpack_from("=H", answer, 8)[0] & 1:  # incomplete
                        return True
        return False


class Machine:
    """The namespaces of one script."""

    def __init__(self, root):
        self.folder = root + "/run/netns"
        os.makedirs(self.folder, exist_ok=True)
        system(LIBC.unshare(NEW_NS | NEW_NET), "unshare")
        system(LIBC.mount(b"none", b"/", None, PRIVATE, None), "make mounts private")
        for folder in (self.folder, root + "/tmp"):
            system(LIBC.mount(b"none", folder.encode(), b"tmpfs", 0, None), "mount tmpfs")
        if root:
            os.chroot(root)
            os.chdir("/")
            self.folder = "/run/netns"
        self.home = os.open("/proc/self/ns/net", os.O_RDONLY)
        self.settled = {}
        self.jobs = []

    def names(self):
        return sorted(os.listdir(self.folder))

    def opened(self):
        found = {}
        for name in self.names():
            try:
                found[name] = os.open(self.folder + "/" + name, os.O_RDONLY)
            except OSError:
                pass
        return found

    def within(self, descriptor, action):
        if LIBC.setns(descriptor, NEW_NET):
            return None  # a file that is no namespace
        try:
            return action()
        finally:
            system(LIBC.setns(self.home, NEW_NET), "setns")

    def prepare(self, fresh):
        if fresh:
            for path, value in SETTINGS:
                put("/proc/sys/net/" + path, value)
        base = "/proc/sys/net/ipv4/neigh/"
        try:
            devices = os.listdir(base)
        except OSError:
            return  # this namespace is going away
        for device in devices:
            if device != "default":
                put(base + device + "/proxy_delay", 0)
                put(base + device + "/base_reachable_time_ms", 86400000)

    def rest(self, pinged):
        """Waits until the kernel is at rest."""
        opened = self.opened()
        now = {name: os.fstat(fd).st_ino for name, fd in opened.items()}
        for name, fd in opened.items():
            self.within(fd, lambda: self.prepare(self.settled.get(name) != now[name]))
        self.settled = now
        end = time.monotonic() + (PING_PATIENCE_SECONDS if pinged else PATIENCE_SECONDS)
        pause = 0.001
        try:
            while any(self.within(fd, lambda: self.busy(opened, pinged))
                      for fd in opened.values()):
                if time.monotonic() > end:
                    return
                time.sleep(pause)
                pause = min(pause * 2, 0.02)
        finally:
            for fd in opened.values():
                os.close(fd)

    @staticmethod
    def busy(opened, pinged):
        link = Rtnetlink()
        try:
            return link.busy(opened.values(), pinged)
        finally:
            link.socket.close()

    def start(self, words):
        job = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               stdin=subprocess.DEVNULL, env=ENVIRONMENT)
        os.set_blocking(job.stdout.fileno(), False)
        os.set_blocking(job.stderr.fileno(), False)
        self.jobs.append(job)
        time.sleep(0.3)  # until it listens

    def written(self):
        """Returns the lines that the jobs have written, once they rest: output, then errors."""
        heard = [""] * len(self.jobs)
        errors = ""
        end = time.monotonic() + PATIENCE_SECONDS
        idle = 0
        while self.jobs and idle < JOB_RESTS and time.monotonic() < end:
            time.sleep(JOB_REST_SECONDS)
            idle += 1
            for index, job in enumerate(self.jobs):
                busy = job.poll() is None and self.reads(job.pid)
                data = job.stdout.read()
                if data or busy:
                    heard[index] += (data or b"").decode()
                    idle = 0
                errors += (job.stderr.read() or b"").decode()
        return "".join(heard).splitlines() + ["! " + e if e else "!" for e in errors.splitlines()]

    @staticmethod
    def reads(pid):
        """Tells whether a job is at work, or has messages to read."""
        try:
            with open("/proc/%d/stat" % pid) as file:
                if file.read().rsplit(")", 1)[1].split()[0] != "S":
                    return True
            with open("/proc/%d/net/netlink" % pid) as file:
                rows = [row.split() for row in file.read().splitlines()[1:]]
        except OSError:
            return False
        return any(row[2] == str(pid) and row[4] != "0" for row in rows)

    def kill(self, target):
        job = self.jobs[-1 if target == "$!" else int(target[1:]) - 1]
        job.terminate()
        job.wait()
        return 0, "", ""

    def execute(self, words, text):
        try:
            done = subprocess.run(words, input=text.encode(), capture_output=True,
                                  env=ENVIRONMENT, timeout=30)
        except FileNotFoundError:
            return 127, "", words[0] + ": command not found\n"
        except subprocess.TimeoutExpired:
            return 124, "", "timeout\n"
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def command(self, line, text):
        words = shlex.split(re.sub(r"\s<<\s*\w+$", "", line))
        begin = time.monotonic()
        if words[-1] == "&":
            self.start(words[:-1])
            return ["$ " + line] + self.written() + ["= 0"]
        if any(c in line for c in "<>;|") and not text:
            words = ["sh", "-c", line]
        if words[0] == "kill":
            status, out, err = self.kill(words[1])
        else:
            status, out, err = self.execute(words, text)
        pinged = "ping" in words
        if pinged and status == 1:
            # one destination is told of errors once a second only, whatever the settings
            time.sleep(max(0.0, begin + 1.1 - time.monotonic()))
        if not LOOKS & set(words) and not AT_ONCE & set(words):
            self.rest(pinged)
        lines = ["$ " + line] + out.splitlines() + self.written()
        lines += ["! " + each if each else "!" for each in err.splitlines()]
        return lines + ["= %d" % status]


def split(text):
    """Returns (line, standard input) for each command."""
    commands = []
    lines = iter(text.split("\n"))
    for line in lines:
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        body = []
        if line.endswith("<<EOF"):
            for each in lines:
                if each.strip() == "EOF":
                    break
                body.append(each + "\n")
        commands.append((line, "".join(body)))
    return commands


def run(job):
    folder, name, dumps, root = job
    with open(os.path.join(folder, name)) as file:
        script = split(file.read())
    out = os.open(os.path.join(folder, name[:-3] + ".out"), os.O_WRONLY | os.O_CREAT, 0o600)
    machine = Machine(root)
    lines = []
    for line, text in script:
        lines += machine.command(line, text)
    for each in machine.names():
        for dump in dumps:
            status, stdout, stderr = machine.execute(shlex.split(dump % each), "")
            lines += ["$ " + dump % each] + stdout.splitlines()
            lines += ["! " + error for error in stderr.splitlines()] + ["= %d" % status]
    for job in machine.jobs:
        job.kill()
    os.write(out, ("\n".join(lines) + "\n").encode())
    os.close(out)


def main():
    jobs, folder, root = int(sys.argv[1]), sys.argv[2], (sys.argv[3:] or [""])[0]
    with open(os.path.join(folder, "dumps")) as file:
        dumps = [line for line in file.read().split("\n") if line]
    names = sorted(name for name in os.listdir(folder) if name.endswith(".sh"))
    with multiprocessing.get_context("fork").Pool(jobs, maxtasksperchild=1) as pool:
        for _ in pool.imap_unordered(run, [(folder, n, dumps, root) for n in names], 1):
            pass


if __name__ == "__main__":
    main()
