"""A disk on which nothing is safe but what was flushed: replays the calls of a program and loses power between any two.

Strict where file systems are often kinder: a write counts only once its file was flushed; a name, a renaming or a removal only
once its folder was. Of what was not flushed any part may have reached the disk, in any order within a file.
"""

import re
from collections import defaultdict
from pathlib import PurePosixPath

CALLS = "openat,write,pwrite64,fsync,fdatasync,rename,unlink,ftruncate"
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def _bytes(text):
    return bytes.fromhex(text.replace("\\x", ""))


class Inode:
    def __init__(self, content=b""):
        self.flushed, self.pending = bytearray(content), []

    def flush(self):
        self.flushed, self.pending = self.after(self.pending), []

    def after(self, changes):
        content = bytearray(self.flushed)
        for at, data in changes:
            if data is None:
                content = content[:at].ljust(at, b"\0")
            else:
                content = content.ljust(at, b"\0")
                content[at : at + len(data)] = data
        return content


class Disk:
    """``folder`` as it lay before the program began; names are relative to it."""

    def __init__(self, folder):
        self.folder = str(folder)
        self.names = {
            str(file.relative_to(folder)): Inode(file.read_bytes()) for file in folder.rglob("*") if file.is_file()
        }
        self.flushed_names, self.changes = dict(self.names), []
        self.open, self.place, self.folders = {}, defaultdict(int), {}
        self.said = b""

    def play(self, line):
        """One line of ``strace -f -xx``; True when something on the disk, or in what was said, has changed."""
        found = _LINE.match(line)
        if not found or int(found[3]) < 0:
            return False
        call, arguments, result = found[1], found[2], int(found[3])
        return bool(getattr(self, f"_{call}")(arguments, result))

    def after_power_cut(self, dice):
        """Contents by name: what was flushed, and whatever else may have reached the disk."""
        names = dict(self.flushed_names)
        for change in self.changes[: dice.randrange(len(self.changes) + 1)]:
            _rename(names, *change)
        return {name: bytes(_torn(inode, dice)) for name, inode in names.items() if not name.endswith("-shm")}

    def _openat(self, arguments, handle):
        path = _bytes(_STRING.search(arguments)[1]).decode()
        self.open.pop(handle, None)
        self.folders.pop(handle, None)
        if path == self.folder:
            self.folders[handle] = True
            return False
        if not path.startswith(self.folder + "/"):
            return False
        name = str(PurePosixPath(path).relative_to(self.folder))
        if name not in self.names:
            if "O_CREAT" not in arguments:
                return False
            inode = Inode()
            self.names[name] = inode
            self.changes.append(("", name, inode))
        self.open[handle], self.place[handle] = self.names[name], 0
        if "O_TRUNC" in arguments:
            self.open[handle].pending.append((0, None))
        return True

    def _write(self, arguments, size):
        handle = int(arguments.partition(",")[0].partition("<")[0])
        data = _bytes(_STRING.search(arguments)[1])[:size]
        if handle == 1 and handle not in self.open:
            self.said += data
            return True
        if handle not in self.open:
            return False
        self.open[handle].pending.append((self.place[handle], data))
        self.place[handle] += size
        return True

    def _pwrite64(self, arguments, size):
        handle = int(arguments.partition(",")[0].partition("<")[0])
        if handle not in self.open:
            return False
        data = _bytes(_STRING.search(arguments)[1])[:size]
        self.open[handle].pending.append((int(arguments.rpartition(", ")[2]), data))
        return True

    def _ftruncate(self, arguments, _result):
        handle, _, size = arguments.partition(", ")
        inode = self.open.get(int(handle.partition("<")[0]))
        if inode is not None:
            inode.pending.append((int(size), None))
        return inode is not None

    def _fsync(self, arguments, _result):
        handle = int(arguments.partition("<")[0])
        if handle in self.folders:
            self.flushed_names, self.changes = dict(self.names), []
        elif handle in self.open:
            self.open[handle].flush()
        return handle in self.folders or handle in self.open

    _fdatasync = _fsync

    def _rename(self, arguments, _result):
        old, new = (self._name(_bytes(text)) for text in _STRING.findall(arguments))
        if old is None or new is None or old not in self.names:
            return False
        return self._change(old, new, self.names[old])

    def _unlink(self, arguments, _result):
        name = self._name(_bytes(_STRING.search(arguments)[1]))
        return name in self.names and self._change(name, "", self.names[name])

    def _name(self, path):
        path = path.decode()
        return path[len(self.folder) + 1 :] if path.startswith(self.folder + "/") else None

    def _change(self, old, new, inode):
        self.changes.append((old, new, inode))
        _rename(self.names, old, new, inode)
        return True


def _rename(names, old, new, inode):
    names.pop(old, None)
    if new:
        names[new] = inode


def _torn(inode, dice):
    """All of it, none, or any part: each write whole, cut short or not there."""
    kind = dice.choice(("all", "none", "some", "some"))
    if kind == "all":
        return inode.after(inode.pending)
    if kind == "none":
        return inode.flushed
    changes = []
    for at, data in inode.pending:
        if dice.random() < 0.6:
            cut = data if data is None or dice.random() < 0.7 else data[: dice.randrange(len(data) + 1)]
            changes.append((at, cut))
    return inode.after(changes)
