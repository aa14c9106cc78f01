"""A web server on a free port of this machine that answers well or badly, as the path asks.

It prints its port and runs until its standard input ends. "/log" tells what was asked, as JSON.
"""
import base64
import json
import socket
import ssl
import sys
import threading
import time
from urllib.parse import parse_qs, unquote, urlsplit

requests, counts, lock = [], {}, threading.Lock()
meeting = threading.Condition()


def head(status, fields=(), length=None):
    lines = [f"HTTP/1.1 {status} Said", *fields]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def read_request(stream):
    line = stream.readline().decode("latin-1").split()
    if len(line) < 3:
        return None
    fields = []
    while (text := stream.readline().decode("latin-1").rstrip("\r\n")):
        name, value = text.split(":", 1)
        fields.append((name.lower(), value.strip()))
    return line[0], line[1], fields


def drip(connection, pieces, pause):
    for piece in pieces:
        connection.sendall(piece)
        time.sleep(pause)


def answer(connection, method, path, fields, body):
    """Answers one request; returns whether the connection stays open."""
    parts = urlsplit(path)
    query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    name, _, rest = parts.path.lstrip("/").partition("/")

    def send(status, content, fields=()):
        content = content if isinstance(content, bytes) else content.encode()
        connection.sendall(head(status, fields, len(content)) + (b"" if method == "HEAD" else content))
        return True

    if name == "log":
        return send(200, json.dumps(requests))
    with lock:
        requests.append({
            "method": method, "path": path, "fields": fields, "body": body.decode("latin-1")})
        counts[path] = counts.get(path, 0) + 1
        count = counts[path]
    if name == "say":  # /say/BASE64URL of the body/...
        text = rest.split("/")[0]
        return send(int(query.get("status", 200)), base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    if name == "status":
        status = int(rest.split("/")[0])
        if status in (204, 304):  # never have a body
            connection.sendall(head(status))
            return True
        return send(status, "as asked")
    if name == "later":  # /later/TIMES/STATUS/RETRY-AFTER/...: that often the status, then 200
        times, status, after = (rest.split("/") + ["", ""])[:3]
        if count <= int(times):
            return send(int(status), "later", [f"Retry-After: {unquote(after)}"] if after else [])
        return send(200, json.dumps({"text": f"try {count}"}))
    if name == "resets":  # the first connections end without an answer
        if count <= int(rest.split("/")[0]):
            return False
        return send(200, json.dumps({"text": f"try {count}"}))
    if name == "picky":  # knows plain JSON only
        if b"verbose_json" in body or b"timestamp_granularities" in body:
            return send(400, '{"error": {"message": "response_format \'verbose_json\' is not known"}}')
        return send(200, json.dumps({"text": "plain words"}))
    if name == "mirror-key":
        key = dict(fields).get("authorization", "")
        return send(401, json.dumps({"error": {"message": f"wrong key: {key}"}}))
    if name == "script":  # /script/BASE64URL of a list of replies/...: one for each request, the last one for all after it
        text = rest.split("/")[0]
        replies = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        reply = replies[min(count, len(replies)) - 1]
        key = dict(fields).get("authorization", "").removeprefix("Bearer ")
        return send(reply["status"], reply["body"].replace("{the sent key}", key), reply["fields"])
    if name == "bytes":
        size = int(rest.split("/")[0])
        return send(200, (bytes(range(251)) * (size // 251 + 1))[:size])
    if name == "redirect":  # /redirect/CODE?to=ADDRESS
        return send(int(rest.split("/")[0]), "elsewhere", ["Location: " + query["to"]])
    if name == "loop":
        return send(302, "again", ["Location: /loop"])
    if name == "slow-head":
        time.sleep(300)
    elif name == "meet":  # /meet/N: answers when N of these are there
        with meeting:
            counts["meet"] = counts.get("meet", 0) + 1
            meeting.notify_all()
            meeting.wait_for(lambda: counts["meet"] >= int(rest), 120)
            text = "met" if counts["meet"] >= int(rest) else "alone"
        return send(200, text)
    elif name == "think":
        time.sleep(float(rest))
        return send(200, "thought")
    elif name == "stall":
        connection.sendall(head(200, length=1000) + b"x" * 10)
        time.sleep(300)
    elif name == "trickle":
        drip(connection, [head(200, length=1000)] + [b"x"] * 300, 0.1)
    elif name == "cut":
        connection.sendall(head(200, length=1000) + b"x" * 10)
    elif name == "cut-chunked":
        connection.sendall(head(200, ["Transfer-Encoding: chunked"]) + b"5\r\nhello\r\n")
    elif name == "bad-chunk":
        connection.sendall(head(200, ["Transfer-Encoding: chunked"]) + b"zz\r\nhello\r\n")
    elif name == "short-length":
        connection.sendall(head(200, length=5) + b"hello and more")
    elif name == "endless":
        connection.sendall(head(200))
        drip(connection, [b"x" * 65536] * 4096, 0)
    elif name == "promise":
        connection.sendall(head(200, length=10**12) + b"x")
        time.sleep(300)
    elif name == "garbage":
        connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
    elif name == "long-head":
        drip(connection, [b"HTTP/1.1 200 OK\r\n"] + [b"X-Long: " + b"y" * 8000 + b"\r\n"] * 1000, 0)
    elif name == "heads":
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\nX-Early: yes\r\n\r\n")
        connection.sendall(
            head(200, ["Transfer-Encoding: chunked", "X-Last: yes", "x-twice: a", "X-Twice: b"])
            + b"5\r\nhello\r\n0\r\nX-Trailer: late\r\n\r\n")
        return True
    return False


def serve(connection):
    try:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        stream = connection.makefile("rb")
        while (request := read_request(stream)):
            method, path, fields = request
            if path.startswith("/deaf"):  # takes the head and never the body
                time.sleep(300)
                return
            length = int(dict(fields).get("content-length", 0))
            if not answer(connection, method, path, fields, stream.read(length)):
                return
    except OSError:
        pass  # The other side went away, which is its right.
    finally:
        try:
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        connection.close()


def main():
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    if len(sys.argv) > 1:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
    print(listener.getsockname()[1], flush=True)

    def accept():
        while True:
            connection, _ = listener.accept()
            try:
                if len(sys.argv) > 1:
                    connection = context.wrap_socket(connection, server_side=True)
            except OSError:
                continue
            threading.Thread(target=serve, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.read()


main()
