import Foundation

/// What `wrk` measured of a path.
struct WrkRun {
    /// Requests answered in a second.
    var requestsPerSecond: Double
    /// What 99 of 100 answers took at most, in milliseconds.
    var p99Milliseconds: Double
    /// How many answers were no 2xx or 3xx, or broken off.
    var failures: Int

    /// Asks for one path from many connections for so many seconds.
    ///
    /// - Throws: `MeasuredProcess.Failure` when `wrk` is not there, or says nothing that can be read.
    init(_ url: String, token: String?, connections: Int, seconds: Int) throws {
        var arguments = ["-t2", "-c\(connections)", "-d\(seconds)s", "--latency"]
        if let token { arguments += ["-H", "Authorization: Bearer \(token)"] }
        let output = try MeasuredProcess.run("wrk", arguments + [url]).output
        guard let rate = Self.value(behind: "Requests/sec:", in: output).flatMap(Double.init),
            let late = Self.value(behind: "99%", in: output).flatMap(Self.milliseconds)
        else { throw MeasuredProcess.Failure(description: "wrk said nothing of use: \(output)") }
        requestsPerSecond = rate
        p99Milliseconds = late
        failures = Self.value(behind: "Non-2xx or 3xx responses:", in: output).flatMap { Int($0) } ?? 0
        // connect 0, read 0, write 0, timeout 0
        if let line = output.split(separator: "\n").first(where: { $0.contains("Socket errors:") }) {
            failures += line.split { !$0.isNumber }.compactMap { Int($0) }.reduce(0, +)
        }
    }

    private static func value(behind name: String, in output: String) -> String? {
        for line in output.split(separator: "\n") {
            guard let range = line.range(of: name) else { continue }
            return line[range.upperBound...].split(separator: " ").first.map(String.init)
        }
        return nil
    }

    /// A time such as `850.00us`, `7.61ms` or `1.02s`.
    private static func milliseconds(_ text: String) -> Double? {
        for (unit, factor) in [("us", 0.001), ("ms", 1), ("s", 1000)] where text.hasSuffix(unit) {
            return Double(text.dropLast(unit.count)).map { $0 * factor }
        }
        return nil
    }
}
