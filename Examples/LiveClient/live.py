#!/usr/bin/env python3
"""Answers the questions of an interview aloud, from WAV files, over the live connection of `viva serve`.

    python3 live.py --session 7 answer1.wav answer2.wav

Needs Python 3.9 and the package `websockets` (pip install websockets). The files are mono, 16 bits, of any rate from 8000 to 48000 Hz;
they are sent at the pace of speech. When the connection breaks off, the client comes back and goes on where the server says.
"""
import argparse
import asyncio
import json
import os
import urllib.request
import wave

import websockets

CHUNK_SECONDS = 0.1


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
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)["ticket"]


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


async def hold(arguments):
    answers = [read(path) for path in arguments.answers]
    rate = answers[0][1]
    url = arguments.server.replace("http", "ws", 1) + "/api/v1/live?ticket="
    given, last, speaking = 0, None, None
    while True:
        try:
            async with websockets.connect(url + ticket(arguments), max_size=None) as socket:
                await socket.send(json.dumps({"type": "start", "sample_rate": rate, "after": last}))
                async for message in socket:
                    if isinstance(message, bytes):  # the question as a WAV file
                        continue
                    event = json.loads(message)
                    last = event["sequence"]  # it begins with 1 again when the server was started anew
                    kind = event["type"]
                    if kind in ("question", "final", "feedback", "error", "end", "scores", "resumed"):
                        print(json.dumps(event))
                    if kind == "listening" or (kind == "resumed" and event["listening"]):
                        if speaking:
                            speaking.cancel()
                        if given >= len(answers):
                            await socket.send(json.dumps({"type": "bye"}))
                            continue
                        speaking = asyncio.create_task(
                            speak(socket, answers[given][0], rate, event["samples"])
                        )
                    if kind == "final":
                        given += 1
                    if kind == "end":
                        return
                return
        except (websockets.ConnectionClosedError, OSError) as problem:
            print(f"The connection broke off ({problem}): coming back.")
            await asyncio.sleep(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--server", default="http://127.0.0.1:8000")
    parser.add_argument("--session", required=True, help="the session's number or UUID")
    parser.add_argument("answers", nargs="+", help="WAV files, one for each question")
    asyncio.run(hold(parser.parse_args()))


if __name__ == "__main__":
    main()
