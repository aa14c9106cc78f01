import Foundation
import Speech
import TestSupport
import Testing

@testable import Recognition

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct CommandRecognizerTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// An ear that is a shell script.
    private func ear(
        _ script: String, _ arguments: [String] = ["{file}"], format: HeardFormat = .auto,
        timeLimit: Duration = .seconds(300), limitOutputBytes: Int = 4 << 20, passing: Set<String> = [],
        environment: [String: String] = ["PATH": "/usr/bin:/bin"]
    ) throws -> CommandRecognizer {
        let path = try folder.write("#!/bin/sh\n" + script, to: "ear-" + UUID().uuidString)
        try #require(chmod(path, 0o700) == 0)
        return try CommandRecognizer(
            CommandConfiguration(
                program: path, arguments: arguments, format: format, passedVariables: passing,
                timeLimit: timeLimit,
                secondsPerAudioSecond: 0, limitOutputBytes: limitOutputBytes), environment: environment)
    }

    private func error(_ recognizer: CommandRecognizer) async -> RecognitionError? {
        do throws(RecognitionError) {
            let words = try await recognizer.recognize(Spoken.utterance())
            Issue.record("heard \(words.short)")
            return nil
        } catch { return error }
    }

    private func reason(_ recognizer: CommandRecognizer) async -> String {
        guard case .decodingFailed(let time, let reason)? = await error(recognizer) else { return "" }
        #expect(time == Spoken.utterance().audio.time)
        return reason
    }

    /// Whether a process still runs; one that has ended and waits to be reaped does not.
    private func isRunning(_ process: String) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
            return false
        }
        return !status.contains(") Z ")
    }

    @Test func everyFormatIsHeard() async throws {
        for (printed, words) in [
            ("Hello there.", ["hello 1025-1200", "there 1200-1375"]),
            ("[00:00:01.000 --> 00:00:02.000]   Hello there.", ["hello 1100-1150", "there 1150-1200"]),
            (
                #"{"result":[{"word":"hello","start":1,"end":1.5,"conf":1}],"text":"hello"}"#,
                ["hello 1100-1150"]
            ),
            (
                #"{"transcription":[{"offsets":{"from":1000,"to":2000},"text":" Hello"}]}"#,
                ["hello 1100-1200"]
            ),
            ("", []), ("[BLANK_AUDIO]", []),
        ] {
            let ear = try ear("sleep 0.05; cat <<'END'\n\(printed)\nEND\n")
            #expect(try await ear.recognize(Spoken.utterance()).short == words)
        }
    }

    @Test func theRecordingIsPrivateAndGoesAfterwards() async throws {
        let ear = try ear(
            "sleep 0.3; stat -c '%a' \"$(dirname \"$1\")\"; head -c 4 \"$1\"; echo; stat -c '%s' \"$1\"; echo \"$1\" > '\(folder.file("path"))'",
            format: .text)
        #expect(try await ear.recognize(Spoken.utterance()).map(\.text) == ["700", "riff", "128044"])
        let path = try folder.text("path").trimmingCharacters(
            in: .newlines)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(
            !FileManager.default.fileExists(
                atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path))
        let failing = try self.ear("echo \"$1\" > '\(folder.file("path"))'; exit 3")
        _ = await error(failing)
        let second = try folder.text("path").trimmingCharacters(
            in: .newlines)
        #expect(second != path && !FileManager.default.fileExists(atPath: second))
    }

    @Test func argumentsGoAsTheyAre() async throws {
        let ear = try ear(
            "printf '%s\\n' \"$2\" \"$3\" \"$4\" | sed 's/ /_/g'",
            ["{file}", "--prompt={prompt}", "$(id);`id`|>{x}{", "{language}{language}"], format: .text)
        try await ear.expect(HearingContext(question: "Why {file}; $HOME?"))
        let words = try await ear.recognize(Spoken.utterance()).map(\.text)
        #expect(
            words == [
                "prompt=why_{file};_$home", "id);`id`|>{x".replacingOccurrences(of: "`", with: "'"), "enen",
            ])
    }

    @Test func placeholdersAreReplacedOnce() {
        let configuration = CommandConfiguration(
            program: "p", arguments: ["{file}{file}", "a{prompt}b", "{", "{filé}", ""])
        #expect(
            configuration.arguments(file: "{prompt}", prompt: "{file}") == [
                "{prompt}{prompt}", "a{file}b", "{", "{filé}", "",
            ])
    }

    @Test func standardInputIsClosed() async throws {
        let ear = try ear("read line && echo read || echo closed", format: .text)
        #expect(try await ear.recognize(Spoken.utterance()).map(\.text) == ["closed"])
    }

    @Test func keysAreNotPassedOnUnlessNamed() async throws {
        let environment = [
            "PATH": "/usr/bin:/bin", "OPENAI_API_KEY": "one1", "HF_TOKEN": "two2", "my_secret_x": "three3",
            "DB_PASSWORD": "four4", "PLAIN": "five5", "NAMED_KEY": "six6",
        ]
        let ear = try ear(
            "env | cut -d= -f2 | grep '[0-9]$' | sort", format: .text, passing: ["NAMED_KEY"],
            environment: environment)
        #expect(try await ear.recognize(Spoken.utterance()).map(\.text) == ["five5", "six6"])
        let failing = try self.ear(
            "echo key $NAMED_KEY >&2; exit 1", passing: ["NAMED_KEY"], environment: environment)
        let reason = await reason(failing)
        #expect(reason.contains("key (left out)") && !reason.contains("six6"))
    }

    @Test func aFailureGivesTheLastWords() async throws {
        let reason = await reason(
            try ear(
                "i=0; while [ $i -lt 400 ]; do echo \"line $i of much\" >&2; i=$((i+1)); done; echo 'no model' >&2; exit 7"
            ))
        #expect(reason.contains("ended with status 7") && reason.hasSuffix("no model"))
        #expect(reason.contains("line 399") && !reason.contains("line 100 ") && reason.utf8.count < 2300)
        #expect(await self.reason(try ear("exit 1")).contains("said nothing"))
        #expect(await self.reason(try ear("kill -SEGV $$")).contains("signal 11"))
    }

    @Test func aFloodIsStopped() async throws {
        let ear = try ear("yes hello", limitOutputBytes: 100_000)
        #expect(await reason(ear).contains("more than 100000 bytes"))
        let loud = try self.ear("yes hello >&2 & sleep 0.4; kill $!; echo fine", format: .text)
        #expect(try await loud.recognize(Spoken.utterance()).map(\.text) == ["fine"])
    }

    @Test func aCommandWithoutEndIsStoppedWithAllThatItStarted() async throws {
        let ear = try ear(
            "trap '' TERM; sleep 600 & echo $! > '\(folder.file("child"))'; echo $$ > '\(folder.file("self"))'; sleep 600; sleep 600",
            timeLimit: .seconds(1))
        #expect(await reason(ear).contains("stopped after 1 s"))
        // On a busy machine a second may be over before it has begun.
        for name in ["child", "self"] where folder.exists(name) { try await expectEnded(name) }
    }

    @Test func cancellingStopsItWithAllThatItStarted() async throws {
        let ear = try ear(
            "sleep 600 & echo $! > '\(folder.file("child"))'; echo $$ > '\(folder.file("self"))'; wait; echo late"
        )
        let task = Task { await reason(ear) }
        while !folder.exists("self") {
            try await Task.sleep(for: .milliseconds(20))
        }
        task.cancel()
        #expect(await task.value.contains("cancelled"))
        for name in ["child", "self"] { try await expectEnded(name) }
    }

    /// A process that was told to end needs a processor to do so.
    private func expectEnded(_ name: String) async throws {
        let process = try folder.text(name).trimmingCharacters(in: .newlines)
        for _ in 0..<3_000 where isRunning(process) { try await Task.sleep(for: .milliseconds(20)) }
        #expect(!isRunning(process), "\(name)")
    }

    @Test func aChildThatKeepsTheOutputOpenDoesNotHoldTheAnswer() async throws {
        let ear = try ear("sleep 600 & echo $! > '\(folder.file("child"))'; echo done", format: .text)
        #expect(try await ear.recognize(Spoken.utterance()).map(\.text) == ["done"])
        let process = try folder.text("child").trimmingCharacters(
            in: .newlines)
        _ = Int32(process).map { kill($0, SIGKILL) }
    }

    @Test func whatCannotBeUnderstoodIsAnError() async throws {
        #expect(await reason(try ear("printf '\\377\\376'")).contains("not text"))
        #expect(await reason(try ear("echo '{\"text\":'")).contains("not JSON"))
        #expect(await reason(try ear("true", format: .json)).contains("not JSON"))
        #expect(await reason(try ear("echo '<html>'", format: .json)).contains("web page"))
        #expect(await reason(try ear("echo '[00:10:00.000 --> 00:10:01.000] x'")).contains("at 600.0 s"))
    }

    @Test func aProgramThatIsNotThereIsToldAtOnce() throws {
        try folder.write("x", to: "plain")
        for (program, arguments, part) in [
            ("no-such-program-at-all", ["{file}"], "no folder of PATH"),
            ("/no/such", ["{file}"], "there is no program at /no/such"),
            (folder.file("plain"), ["{file}"], "executable"), ("/tmp", ["{file}"], "there is no program"),
            ("", ["{file}"], "no program is named"), ("sh", ["-c", "x"], "{file}"),
            ("sh", ["{file}\0"], "zero byte"),
        ] {
            do throws(RecognitionError) {
                _ = try CommandRecognizer(
                    CommandConfiguration(program: program, arguments: arguments),
                    environment: ["PATH": "/usr/bin:/bin"])
                Issue.record("\(program) was taken")
            } catch {
                guard case .engineFailed(_, let reason) = error else { continue }
                #expect(reason.contains(part), "\(reason)")
            }
        }
    }

    @Test func aProgramThatVanishedOrCannotRunIsAnEngineThatFails() async throws {
        let path = folder.file("gone")
        try TestFile.write("\u{7F}ELF nonsense", to: path)
        try #require(chmod(path, 0o700) == 0)
        let ear = try CommandRecognizer(CommandConfiguration(program: path, arguments: ["{file}"]))
        guard case .engineFailed? = await error(ear) else {
            Issue.record("a program that cannot run was not told")
            return
        }
        try FileManager.default.removeItem(atPath: path)
        guard case .engineFailed? = await error(ear) else {
            Issue.record("a program that vanished was not told")
            return
        }
    }

    @Test func veryShortAudioIsNotRun() async throws {
        let ear = try ear("touch '\(folder.file("ran"))'; echo word", format: .text)
        #expect(try await ear.recognize(Spoken.utterance(lasting: 0.05)).isEmpty)
        #expect(!folder.exists("ran"))
        #expect(try await ear.preview(Spoken.utterance().audio).isEmpty)
    }
}
