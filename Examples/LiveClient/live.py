#!/usr/bin/env python3
"""Answers the questions of an interview aloud, from WAV files, over the live connection of `viva serve`.

    python3 live.py --session 7 answer1.wav answer2.wav

Needs Python 3.9 and the package `websockets` (pip install websockets). The files are mono, 16 bits, of any rate from 8000 to 48000 Hz;
they are sent at the pace of speech. When the connection breaks off, the client comes back and goes on where the server says. It ends with
0 when the interview is over or left, and with 1 and a message when the server refuses it.
"""
import argparse
import asyncio
import json
import os
import sys
import urllib.error
import urllib.request
import wave

import websockets

CHUNK_SECONDS = 0.1
# How often it comes back to a server that does not answer, a second apart: as long as that waits for it unless told otherwise.
LIMIT_TRIES = 60

# How the server closes a connection that it does not want back (Docs/Live.md).
REFUSED = {1008: "refused", 1009: "a message was too long", 1011: "failed", 1013: "busy", 4001: "replaced", 4403: "dismissed"}


class Refused(Exception):
    """The server said no, or does not answer at all: to come back would not help."""


def reason(body):
    """What the body of a refusal says."""
    try:
        return json.loads(body)["detail"]
    except (ValueError, KeyError, TypeError):
        return ""


def ticket(arguments):
    """Asks for the ticket of one connection."""
    request = urllib.request.Request(
        f"{arguments.server}/api/v1/live/ticket",
        data=json.dumps({"session_id": arguments.session}).encode(),
        headers={"Content-Type": "application/json"},
    )
    token = os.environ.get("VIVA_TOKEN")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request) as reply:
            return json.load(reply)["ticket"]
    except urllib.error.HTTPError as error:
        raise Refused(f"no ticket: {error.code} {error.reason}. {reason(error.read())}") from None


def read(path):
    """The samples of a file and their rate."""
    with wave.open(path) as file:
        if file.getnchannels() != 1 or file.getsampwidth() != 2:
            raise SystemExit(f"{path} is not mono with 16 bits")
        return file.readframes(file.getnframes()), file.getframerate()


async def speak(socket, sound, rate, first):
    """Sends the sound from a sample on as it would be spoken, and says that the answer is finished."""
    step = int(rate * CHUNK_SECONDS) * 2
    for place in range(first * 2, len(sound), step):
        await socket.send(sound[place : place + step])
        await asyncio.sleep(CHUNK_SECONDS)
    await socket.send(json.dumps({"type": "end"}))


def refusal(problem):
    """What a handshake was refused with, of this package's versions of before and after 14."""
    reply = getattr(problem, "response", None)
    status = getattr(reply, "status_code", None) or getattr(problem, "status_code", None)
    return f"{status}. {reason(getattr(reply, 'body', None))}"


async def hold(arguments):
    answers = [read(path) for path in arguments.answers]
    rate = answers[0][1]
    url = arguments.server.replace("http", "ws", 1) + "/api/v1/live?ticket="
    given, last, speaking, problem, tries = 0, None, None, "", 0
    while True:
        try:
            async with websockets.connect(url + ticket(arguments), max_size=None) as socket:
                tries = 0
                await socket.send(json.dumps({"type": "start", "sample_rate": rate, "after": last}))
                async for message in socket:
                    if isinstance(message, bytes):  # the question as a WAV file
                        continue
                    event = json.loads(message)
                    last = event["sequence"] or last  # it begins with 1 again when the server was started anew
                    kind = event["type"]
                    if kind in ("question", "final", "feedback", "error", "end", "scores", "resumed"):
                        print(json.dumps(event), flush=True)
                    if kind == "error":
                        problem = event["detail"]
                    if kind == "listening" or (kind == "resumed" and event["listening"]):
                        if speaking:
                            speaking.cancel()
                        if given >= len(answers):
                            await socket.send(json.dumps({"type": "bye"}))
                            continue
                        speaking = asyncio.create_task(
                            speak(socket, answers[given][0], rate, event["samples"])
                        )
                    if kind == "final" and speaking:  # not an answer of before
                        given, speaking = given + 1, None
                    if kind == "end":
                        return
                # 1000 and 1001: it ended, or the server does and is back soon.
                if socket.close_code == 1000:
                    return
        except websockets.InvalidHandshake as error:
            raise Refused(f"the connection was not opened: {refusal(error)}") from None
        except websockets.ConnectionClosed as error:
            code = error.rcvd.code if error.rcvd else None
            if code in REFUSED:
                raise Refused(f"{REFUSED[code]} ({code}). {error.rcvd.reason or problem}") from None
            print(f"The connection broke off ({error}): coming back.", file=sys.stderr)
        except OSError as error:
            if tries >= LIMIT_TRIES:
                raise Refused(f"it does not answer ({error})") from None
            print(f"The server does not answer ({error}): coming back.", file=sys.stderr)
        tries += 1
        await asyncio.sleep(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--server", default="http://127.0.0.1:8000")
    parser.add_argument("--session", required=True, help="the session's number or UUID")
    parser.add_argument("answers", nargs="+", help="WAV files, one for each question")
    try:
        asyncio.run(hold(parser.parse_args()))
    except Refused as refused:
        raise SystemExit(f"The server did not take it: {refused}")


if __name__ == "__main__":
    main()
