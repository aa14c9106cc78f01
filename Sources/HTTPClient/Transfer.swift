import Foundation

/// A request on its way: its handle, what came of it so far, and whether it stands still.
///
/// It belongs to one `HTTPTransport` and is used on its thread alone.
final class Transfer {
    private let request: HTTPRequest
    private let handle: CurlHandle
    private let sink: TransferSink
    private let bodyBytes: Int
    private let started = ContinuousClock.now
    private var watch: StallWatch
    private var phase = Phase.connecting

    /// What a transfer does at the moment.
    private enum Phase { case connecting, sending, waiting, receiving }

    /// Prepares a request; nothing is sent yet.
    ///
    /// - Throws: `HTTPError` when it cannot be sent as it is or its file cannot be made.
    init(
        _ request: HTTPRequest, to destination: TransferSink.Destination?, certificatesPath: String?
    ) throws(HTTPError) {
        try request.validate()
        self.request = request
        watch = StallWatch(window: request.limits.stall, bytesPerSecond: request.limits.stallBytesPerSecond)
        do throws(TransferSink.Refusal) {
            sink = try TransferSink(limits: request.limits, destination: destination)
        } catch {
            throw HTTPError(request.target, Self.reason(of: error))
        }
        let boundary =
            "viva-" + (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        let body = request.body.encoded(boundary: boundary)
        bodyBytes = body?.bytes.count ?? 0
        do throws(CurlHandle.Failure) {
            var handle = try CurlHandle.open()
            try handle.setTarget(
                method: request.method.rawValue, url: request.url.absoluteString,
                isHeadAlone: request.method == .head)
            try handle.setFields(Self.lines(of: request, contentType: body?.contentType))
            if let body { try handle.setBody(body.bytes) }
            try handle.setLimits(
                connect: request.limits.connect, whole: request.limits.whole,
                bodyBytes: destination == nil
                    ? request.limits.bodyBytes : max(request.limits.bodyBytes, request.limits.fileBytes))
            if request.delivery == .once { try handle.setFreshConnection() }
            if let certificatesPath { try handle.setCertificates(certificatesPath) }
            if request.url.isLoopback { try handle.setDirect() }
            try handle.setSink(sink)
            self.handle = handle
        } catch {
            throw HTTPError(request.target, .failed(error.reason))
        }
    }

    /// What the library knows it by.
    var pointer: UnsafeMutableRawPointer { handle.pointer }

    /// The lines of the head in the library's way of writing: a field without a value ends in a semicolon, and one that is
    /// not wanted in a colon.
    private static func lines(of request: HTTPRequest, contentType: String?) -> [String] {
        var headers = request.headers
        if headers["User-Agent"] == nil { headers["User-Agent"] = "viva" }
        // The type of a form names its boundary, so it cannot be the caller's.
        if let contentType { headers["Content-Type"] = contentType.filter { !$0.isNewline } }
        return headers.fields.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
            // A server that does not know "Expect: 100-continue" would cost a second of waiting.
            + ["Expect:"]
    }

    /// Whether nearly nothing moved for as long as is allowed. Connecting has its own limit, and a server may think.
    func isStalled() -> Bool {
        let now = phaseNow
        if now != phase {
            phase = now
            watch.reset()
        }
        guard phase == .sending || phase == .receiving else { return false }
        return watch.isStalled(
            at: ContinuousClock.now - started, bytes: handle.sentBytes + sink.receivedBytes)
    }

    private var phaseNow: Phase {
        if sink.hasBegun { return .receiving }
        guard handle.isConnected else { return .connecting }
        return handle.sentBytes < bodyBytes ? .sending : .waiting
    }

    /// The failure of a transfer that was given up.
    func failure(_ reason: HTTPError.Reason) -> HTTPError { HTTPError(request.target, reason) }

    /// The failure of a transfer that stood still.
    func stalled() -> HTTPError {
        failure(.stalled(duration: request.limits.stall, receivedBytes: sink.receivedBytes))
    }

    /// What came of it, now that it has ended.
    func response(_ outcome: CurlOutcome) throws(HTTPError) -> HTTPResponse {
        guard outcome == .done else { throw failure(reason(of: outcome)) }
        do throws(TransferSink.Refusal) { try sink.finish() } catch { throw failure(Self.reason(of: error)) }
        return HTTPResponse(
            status: handle.status, headers: sink.headers, body: sink.body, url: request.url)
    }

    private func reason(of outcome: CurlOutcome) -> HTTPError.Reason {
        if let refusal = sink.refusal { return Self.reason(of: refusal) }
        let limits = request.limits
        let said = handle.lastMessage.isEmpty ? "the library gives no reason" : handle.lastMessage
        return switch outcome {
        case .done: .failed(said)
        case .invalidAddress: .invalidRequest("the address cannot be read (\(said))")
        case .unresolved: .unresolved(host: request.url.host ?? "")
        case .unreachable: .unreachable(said)
        case .timedOut where !handle.isConnected && limits.connect < limits.whole:
            .connectTimedOut(limit: limits.connect)
        case .timedOut: .timedOut(limit: limits.whole, receivedBytes: sink.receivedBytes)
        case .encryptionFailed: .encryptionFailed(said)
        case .brokenOff: .brokenOff(receivedBytes: sink.receivedBytes, said)
        case .badAnswer: .badAnswer(said)
        case .tooLarge: .tooLarge(limitBytes: limits.bodyBytes)
        case .refusedBySink, .failed: .failed(said)
        }
    }

    private static func reason(of refusal: TransferSink.Refusal) -> HTTPError.Reason {
        switch refusal {
        case .tooLarge(let limit): .tooLarge(limitBytes: limit)
        case .fileFailed(let path, let reason): .fileFailed(path: path, reason)
        }
    }
}
