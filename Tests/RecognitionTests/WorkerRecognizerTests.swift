import Audio
import Evaluation
import Foundation
import Interview
import Recognition
import Speech
import Storage
import Synthesis
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

extension EngineTests {
    @Suite struct WorkerRecognizerTests {
        private static func utterance() async throws -> Utterance {
            let speech = try await EspeakSynthesizer.shared.speak(
                "we measured the slow query", style: SpeakingStyle(voice: "en-us"))
            var audio = try AudioBuffer(speech)
            audio.startSample = 32_000
            return Utterance(audio: audio, speech: audio.time)
        }

        @Test func hearsWhatARecogniserInThisProcessHears() async throws {
            let worker = try await WorkerRecognizer(
                program: BuiltCommand.path, arguments: ["transcribe-worker", "--engine", "pocketsphinx"])
            let questions = try QuestionBankFile.load(directory: SourceTree.file("questions")).questions
            let direct = try PocketSphinxRecognizer(
                interview: await InterviewModel(
                    folder: HearingFolder(path: SourceTree.file("models")),
                    questions: questions.map { $0.rubric.hearingContext(terms: $0.tags) },
                    pronouncer: EspeakSynthesizer.shared))
            let utterance = try await Self.utterance()
            let words = try await direct.recognize(utterance)
            #expect(!words.isEmpty)
            #expect(try await worker.recognize(utterance) == words)
            #expect(worker.name == direct.name)
            #expect(worker.windowSeconds == direct.windowSeconds)
            var later = utterance
            later.audio.startSample += 160_000
            later.audio.samples.removeFirst(4_000)
            let both = try await direct.recognize([utterance, later])
            #expect(try await worker.recognize([utterance, later]) == both)
            for confidence in [-1, 0, 0.314, 0.5, 1, 2] {
                let rates = [worker, direct as any Recognizer].map {
                    $0.expectedWordErrorRate(meanConfidence: confidence) ?? -1
                }
                #expect(abs(rates[0] - rates[1]) < 0.01)
            }
            try await worker.expect(HearingContext(question: "Why?"))
            #expect(
                try await worker.recognize(
                    Utterance(audio: AudioBuffer(samples: []), speech: utterance.speech))
                    == [])
        }

        @Test func tellsTheTextSoFarAsARecogniserInThisProcessDoes() async throws {
            let worker = try await WorkerRecognizer(
                program: BuiltCommand.path, arguments: ["transcribe-worker", "--engine", "pocketsphinx"])
            let questions = try QuestionBankFile.load(directory: SourceTree.file("questions")).questions
            let direct = try PocketSphinxRecognizer(
                interview: await InterviewModel(
                    folder: HearingFolder(path: SourceTree.file("models")),
                    questions: questions.map { $0.rubric.hearingContext(terms: $0.tags) },
                    pronouncer: EspeakSynthesizer.shared))
            let utterance = try await Self.utterance()
            let half = utterance.audio.samples.count / 2
            let pieces = [
                AudioBuffer(samples: Array(utterance.audio.samples[..<half]), startSample: 32_000),
                AudioBuffer(samples: Array(utterance.audio.samples[half...]), startSample: 32_000 + half),
            ]
            for piece in pieces {
                let text = try await worker.preview(piece)
                #expect(try await direct.preview(piece) == text)
            }
            // What was previewed changes nothing for the words.
            #expect(try await worker.recognize(utterance) == direct.recognize(utterance))
            #expect(!worker.hasQuickText)
            #expect(try await worker.quickText(of: utterance).isEmpty)
            let words = ["measured", "query", "xyzzy"]
            #expect(await worker.syllableCounts(of: words) == direct.syllableCounts(of: words))
        }

        @Test(.timeLimit(.minutes(30))) func aPreviewThatNobodyWaitsForCostsNoWorker() async throws {
            let folder = try TestFolder()
            // It writes down what it is asked and answers only the second call.
            let script = """
                printf '%s\\n' '{"ready":{"_0":{"name":"slow","expectedWordErrorRates":[],"mistakesFilledPauses":true,"windowSeconds":0,"hasQuickText":true}}}'
                while read -r line; do
                  case "$line" in *cancel*) echo cancelled >> \(folder.path)/log
                    printf '%s\\n' '{"number":1,"reply":{"text":{"_0":"late"}}}';; esac
                  case "$line" in *syllables*) printf '%s\\n' '{"number":2,"reply":{"syllables":{"_0":[3]}}}';; esac
                done
                """
            let worker = try await WorkerRecognizer(program: "/bin/sh", arguments: ["-c", script])
            #expect(worker.hasQuickText)
            // Without samples, so that the script reads lines alone.
            let preview = Task { try await worker.preview(AudioBuffer(samples: [])) }
            try await Task.sleep(for: .milliseconds(100))
            preview.cancel()
            let late = try await preview.value
            #expect(late == "late")
            #expect(await worker.syllableCounts(of: ["banana"]) == [3])
            #expect(folder.exists("log"))
        }

        @Test(.timeLimit(.minutes(30))) func workersThatLoadTheirModelsHoldNobodyUp() async throws {
            let folder = try TestFolder()
            // They are there when the test lets them, and say then that they are none.
            let script = """
                mktemp \(folder.path)/begun-XXXXXX
                while ! [ -e \(folder.path)/go ]; do sleep 0.05; done
                """
            let count = ProcessInfo.processInfo.activeProcessorCount + 1
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<count {
                    group.addTask {
                        await #expect(throws: RecognitionError.self) {
                            try await WorkerRecognizer(
                                program: "/bin/sh", arguments: ["-c", "{ \(script)\n} >&2"])
                        }
                    }
                }
                // More of them than there are threads begin, and this goes on.
                while folder.names().count < count { try await Task.sleep(for: .milliseconds(20)) }
                try folder.write("", to: "go")
                try await group.waitForAll()
            }
        }

        @Test func aWorkerThatNobodyWaitsForStandsBack() async throws {
            let worker = try await WorkerRecognizer(
                program: BuiltCommand.path,
                arguments: ["transcribe-worker", "--engine", "pocketsphinx", "--when-idle"])
            #expect(try await !worker.recognize(Self.utterance()).isEmpty)
            let ranks = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int($0) }
                .filter { process in
                    let words = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
                    return words?.contains("--when-idle") == true
                        && Self.fields("/proc/\(process)/stat")?[1] == "\(getpid())"
                }.flatMap { process in
                    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task").compactMap {
                        Self.fields("/proc/\(process)/task/\($0)/stat")?[16]
                    }
                }
            // Whoever may do everything may also take a rank back, as libdispatch does for its threads.
            #expect(geteuid() == 0 ? ranks.contains("10") : Set(ranks) == ["10"])
        }

        /// What the system says of a process or a thread behind its name: its state, the number of its parent, ..., as the 17th its rank.
        private static func fields(_ path: String) -> [Substring]? {
            guard let text = try? String(contentsOfFile: path, encoding: .utf8),
                let end = text.lastIndex(of: ")")
            else { return nil }
            let fields = text[end...].dropFirst().split(separator: " ")
            return fields.count > 16 ? fields : nil
        }

        @Test func aWorkerThatDiesIsReplacedAndAskedAgain() async throws {
            let folder = try TestFolder()
            // The first worker ends as soon as it is ready, the next one is whole.
            let script = """
                if mkdir \(folder.path)/first 2>/dev/null; then
                  printf '%s\\n' '{"ready":{"_0":{"name":"first","expectedWordErrorRates":[],"mistakesFilledPauses":true,"windowSeconds":0}}}'; exit 7
                fi
                exec "$0" transcribe-worker
                """
            let worker = try await WorkerRecognizer(
                program: "/bin/sh", arguments: ["-c", script, BuiltCommand.path])
            #expect(worker.name == "first")
            #expect(try await !worker.recognize(Self.utterance()).isEmpty)
        }

        @Test func twoDeathsOverOneUtteranceAreItsFailureWithTheReason() async throws {
            let script = """
                printf '%s\\n' '{"ready":{"_0":{"name":"mortal","expectedWordErrorRates":[],"mistakesFilledPauses":true,"windowSeconds":0}}}'
                head -c 1 >/dev/null; echo 'decoder.c:12: assertion failed' >&2; exit 7
                """
            let worker = try await WorkerRecognizer(program: "/bin/sh", arguments: ["-c", script])
            for _ in 0..<2 {
                let error = await #expect(throws: RecognitionError.self) {
                    try await worker.recognize(Self.utterance())
                }
                #expect(error?.description.contains("died twice") == true)
                #expect(error?.description.contains("code 7: decoder.c:12: assertion failed") == true)
            }
        }

        @Test(arguments: ["exit 3", "echo nonsense; cat", "echo '{\"words\":{\"_0\":[]}}'; cat"])
        func aProgramThatIsNoWorkerIsRefused(script: String) async throws {
            await #expect(throws: RecognitionError.self) {
                try await WorkerRecognizer(program: "/bin/sh", arguments: ["-c", script])
            }
        }

        @Test func aProgramThatIsNotThereIsNamed() async throws {
            let error = await #expect(throws: RecognitionError.self) {
                try await WorkerRecognizer(program: "/no/such/viva", arguments: [])
            }
            #expect(error?.description.contains("/no/such/viva") == true)
        }

        @Test func theWorkersOwnErrorComesThrough() async throws {
            let error = await #expect(throws: RecognitionError.self) {
                try await WorkerRecognizer(
                    program: BuiltCommand.path, arguments: ["transcribe-worker", "--model", "/no/such/model"])
            }
            guard case .modelMissing(let path, _) = error else {
                Issue.record("\(error.map { "\($0)" } ?? "no error")")
                return
            }
            #expect(path.hasPrefix("/no/such/model"))
        }

        @Test func aCancelledTaskEndsItsWorkerAtOnce() async throws {
            let script =
                "printf '%s\\n' '{\"ready\":{\"_0\":{\"name\":\"slow\",\"expectedWordErrorRates\":[],\"mistakesFilledPauses\":true,\"windowSeconds\":0}}}'; exec sleep 300"
            let worker = try await WorkerRecognizer(program: "/bin/sh", arguments: ["-c", script])
            let utterance = try await Self.utterance()
            let task = Task { try await worker.recognize(utterance) }
            task.cancel()
            await #expect(throws: RecognitionError.self) { try await task.value }
        }

        /// A model takes seconds to load, and whoever ends a server does not wait for one.
        @Test(arguments: [0, 300]) func aCancelledTaskEndsAWorkerThatIsNotThereYet(waitMilliseconds: Int)
            async
        {
            let task = Task { () -> RecognitionError? in
                do throws(RecognitionError) {
                    _ = try await WorkerRecognizer(program: "/bin/sleep", arguments: ["900"])
                    return nil
                } catch { return error }
            }
            try? await Task.sleep(for: .milliseconds(waitMilliseconds))
            task.cancel()
            let error = await task.value
            // Where this process ignores SIGTERM, so does what it starts, and the second signal ends it.
            #expect(
                error?.description.contains(/signal (15|9) ended it/) == true, "\(String(describing: error))")
        }
    }
}
