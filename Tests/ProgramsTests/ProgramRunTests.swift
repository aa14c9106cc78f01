import Foundation
import Testing

@testable import Programs

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct ProgramRunTests {
    private func shell(_ script: String, limit: Duration = .seconds(600)) -> ProgramRun {
        ProgramRun(
            program: "/bin/sh", arguments: ["-c", script], workingFolder: "/", timeLimit: limit,
            limitOutputBytes: 1000)
    }

    private func failure(_ run: ProgramRun) async -> ProgramFailure? {
        do {
            _ = try await run.output()
            return nil
        } catch {
            return error
        }
    }

    @Test func whatIsPrintedAndSaidIsHandedOver() async throws {
        let output = try await shell("pwd; echo $LC_ALL; echo words >&2").output()
        #expect(String(decoding: output.printed, as: UTF8.self) == "/\nC.UTF-8\n")
        #expect(output.messages == "words\n")
    }

    @Test func aFailureKeepsTheLastWords() async {
        let failed = await failure(shell("echo why >&2; exit 3"))
        #expect(failed == .exited(status: 3, messages: "why\n"))
        let missing = await failure(ProgramRun(program: "/no/such", arguments: [], timeLimit: .seconds(5)))
        guard case .notStarted = missing else {
            Issue.record("\(missing.debugDescription)")
            return
        }
    }

    @Test func aFloodAndAnEndlessRunAreStopped() async {
        #expect(await failure(shell("yes")) == .flooded(limitBytes: 1000))
        let short = Duration.milliseconds(200)
        #expect(await failure(shell("sleep 100000", limit: short)) == .endless(limit: short))
    }

    /// While every thread of this process is busy, nobody can see that a program is done: that is not its fault.
    @Test func aProgramThatWasDoneWhileNobodyCouldLookIsNotLate() async throws {
        let run = shell("echo done", limit: .milliseconds(400))
        async let output = run.output()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 * ProcessInfo.processInfo.activeProcessorCount {
                group.addTask { Self.occupyThread() }
            }
        }
        #expect(String(decoding: try await output.printed, as: UTF8.self) == "done\n")
    }

    private static func occupyThread() { usleep(500_000) }

    /// What a program started is in its process group, and ends with it.
    @Test func whatItStartedEndsWithIt() async throws {
        let folder = try PrivateFolder.create(for: "a mark")
        let mark = folder.path + "/mark"
        let short = Duration.seconds(2)
        let late = await failure(shell("sleep 600 & echo $! >'\(mark)'; sleep 600", limit: short))
        #expect(late == .endless(limit: short))
        // On a machine that is busy for two seconds it was ended before it started anything.
        guard let text = try? String(contentsOfFile: mark, encoding: .utf8),
            let child = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { return }
        while Self.isRunning(child) { try await Task.sleep(for: .milliseconds(20)) }
    }

    /// Whether a process runs: one that has ended and that nobody has asked about is a zombie.
    private static func isRunning(_ process: Int32) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let state = stat.split(separator: ")").last?.split(separator: " ").first
        else { return false }
        return state != "Z"
    }

    @Test(.enabled(if: SearchPath.environment.find("prlimit") != nil, "util-linux is not installed"))
    func processorTimeAndFilesHaveLimits() async throws {
        let limiter = try #require(SearchPath.environment.find("prlimit"))
        let limits = ProgramLimits(cpuSeconds: 1, memoryBytes: 1 << 30, fileBytes: 4096)
        let busy = shell("while :; do :; done").limited(to: limits, by: limiter)
        #expect(await failure(busy) == .signaled(24, messages: ""))
        let folder = try PrivateFolder.create(for: "a long file")
        var writing = shell("head -c 100000 /dev/zero > file")
        writing.workingFolder = folder.path
        let stopped = await failure(writing.limited(to: limits, by: limiter))
        #expect(stopped != nil)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/file")
        #expect((attributes[.size] as? NSNumber)?.intValue == 4096)
    }

    @Test func noLimitIsAboveThatOfThisProcess() {
        let limits = ProgramLimits(cpuSeconds: 5, memoryBytes: 1 << 20, fileBytes: 10)
        #expect(limits.arguments.last == "--core=0" && limits.arguments.contains("--fsize=10"))
    }
}
