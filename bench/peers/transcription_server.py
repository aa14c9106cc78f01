#!/usr/bin/env python3
"""A transcription endpoint for measuring: faster-whisper behind OpenAI's interface, for this machine alone.

    bench/peers/transcription_server.py MODEL

MODEL is a folder of CTranslate2's. Listens on a free port of 127.0.0.1, prints its base address (http://127.0.0.1:PORT/v1)
when the model is loaded, and ends when its standard input does. It knows one address,

    POST /v1/audio/transcriptions   multipart/form-data (platform.openai.com/docs/api-reference/audio)

with the fields file, model (any), prompt, language, response_format (json, text or verbose_json; else json) and
timestamp_granularities[] (word, segment). By hand:

    curl -F file=@answer.wav -F model=tiny.en -F response_format=verbose_json ADDRESS/audio/transcriptions
"""

import io
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import faster_whisper_peer as peer

LIMIT_BYTES = 64 << 20


class Refusal(Exception):
    """What is wrong with a request, for the one who sent it."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def parameter(header, name):
    """A parameter of a header field: the boundary of `multipart/form-data; boundary="x"`."""
    for part in header.split(";")[1:]:
        key, _, value = part.strip().partition("=")
        if key.lower() == name:
            return value.strip('"')
    return None


def form(content_type, body):
    """The fields of a form (RFC 7578): for each name the values in order, as bytes."""
    boundary = parameter(content_type, "boundary")
    if not content_type.lower().startswith("multipart/form-data") or not boundary:
        raise Refusal(415, "the request must be multipart/form-data with a boundary")
    fields = {}
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode("latin-1"))
    for piece in pieces[1:]:
        if piece.startswith(b"--"):
            break
        head, parted, value = piece.partition(b"\r\n\r\n")
        for line in head.decode("utf-8", "replace").split("\r\n"):
            field, _, content = line.partition(":")
            name = parameter(content, "name")
            if parted and field.strip().lower() == "content-disposition" and name:
                fields.setdefault(name, []).append(value)
    return fields


def verbose(segments, seconds, granularities):
    """The document that response_format verbose_json asks for."""
    document = {
        "task": "transcribe", "language": "english", "duration": seconds, "text": text(segments),
        "segments": [
            {"id": number, "start": segment.start, "end": segment.end, "text": segment.text,
             "temperature": segment.temperature, "avg_logprob": segment.avg_logprob,
             "compression_ratio": segment.compression_ratio, "no_speech_prob": segment.no_speech_prob}
            for number, segment in enumerate(segments)
        ],
    }
    if "word" in granularities:
        document["words"] = [
            {"word": word["text"], "start": word["start"], "end": word["end"], "probability": word["probability"]}
            for word in peer.words(segments)
        ]
    return document


def text(segments):
    return "".join(segment.text for segment in segments).strip()


class Handler(BaseHTTPRequestHandler):
    # Kept-alive connections, and "Expect: 100-continue" is answered.
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        try:
            status, kind, body = 200, *self.transcription()
        except Refusal as refusal:
            # What was not read of the request would be taken for the next one.
            self.close_connection = True
            status, kind = refusal.status, "application/json"
            body = json.dumps({"error": {"message": str(refusal), "type": "invalid_request_error"}})
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def transcription(self):
        if self.path != "/v1/audio/transcriptions":
            raise Refusal(404, f"there is nothing at {self.path}")
        try:
            length = int(self.headers["Content-Length"])
        except (TypeError, ValueError):
            raise Refusal(411, "the length of the request must be given") from None
        if not 0 <= length <= LIMIT_BYTES:
            raise Refusal(413, f"a request has {LIMIT_BYTES} bytes at most")
        fields = form(self.headers.get("Content-Type", ""), self.rfile.read(length))

        def value(name, default=None):
            return fields[name][0].decode("utf-8", "replace").strip() if name in fields else default

        if "file" not in fields:
            raise Refusal(400, "the field file is missing")
        shape = value("response_format", "json")
        granularities = {one.decode("utf-8", "replace") for one in fields.get("timestamp_granularities[]", [])}
        try:
            with self.server.hearing:
                segments, seconds = peer.transcribe(
                    self.server.whisper, io.BytesIO(fields["file"][0]), prompt=value("prompt"),
                    language=value("language", "en"), word_times="word" in granularities)
        except Exception as error:  # Whatever the decoder of audio or the model says of it.
            raise Refusal(400, f"the file cannot be transcribed: {error}") from error
        if shape == "text":
            return "text/plain; charset=utf-8", text(segments) + "\n"
        document = {"text": text(segments)}
        if shape == "verbose_json":
            document = verbose(segments, seconds, granularities)
        return "application/json", json.dumps(document)

    def log_message(self, *_):
        """Says nothing: a request is no news here."""


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.whisper = peer.model(sys.argv[1])
    # The model hears one recording at a time.
    server.hearing = threading.Lock()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_address[1]}/v1", flush=True)
    sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
