import Foundation
import Speech

/// Sends requests over HTTP and HTTPS with libcurl, on a thread of its own.
///
/// ```swift
/// let transport = try HTTPTransport()
/// let response = try await transport.send(HTTPRequest(.get, url))
/// ```
///
/// Any number of requests run side by side and share connections. A slow server holds none of the threads of Swift's
/// pool, a transfer waits for none of them, and a cancelled task ends its transfer at once. A proxy is taken from the
/// usual environment variables, but never for this machine itself.
public actor HTTPTransport {
    /// The thread of the library.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// How long the network is waited for at once: how late a stall may be noticed.
    private let pollMilliseconds: Int32
    /// The same while an answer is on its way to its caller, who must get in.
    private static let briefMilliseconds: Int32 = 10

    private let queue = SerialQueue(label: "viva.http")
    private let wake: WakeSignal
    private let multi: CurlMulti
    private let certificatesPath: String?
    /// The calls whose transfers are under way.
    private var calls: [UnsafeMutableRawPointer: Call] = [:]
    /// How many answers their callers have not taken yet.
    private var untaken = 0

    /// Somebody who waits for a transfer.
    private struct Call {
        let transfer: Transfer
        let signal: CallSignal
        let answer: CheckedContinuation<Result<HTTPResponse, HTTPError>, Never>
    }

    /// Prepares the library; no connection is made.
    ///
    /// - Parameter certificatesPath: A file of PEM certificates of the authorities to trust; `nil` trusts the system's.
    /// - Throws: `HTTPError` when the library cannot be started.
    public init(certificatesPath: String? = nil) throws(HTTPError) {
        try self.init(certificatesPath: certificatesPath, pollMilliseconds: 500)
    }

    init(certificatesPath: String? = nil, pollMilliseconds: Int32) throws(HTTPError) {
        self.certificatesPath = certificatesPath
        self.pollMilliseconds = pollMilliseconds
        do throws(WakeSignal.Failure) { wake = try WakeSignal() } catch { throw Self.unable(error.reason) }
        do throws(CurlMulti.Failure) { multi = try CurlMulti() } catch { throw Self.unable(error.reason) }
    }

    private static func unable(_ reason: String) -> HTTPError {
        HTTPError(HTTPTarget("Preparing requests over HTTP"), .failed(reason))
    }

    /// Sends a request and takes the whole answer, whatever its status.
    ///
    /// - Throws: `HTTPError` when there is no whole answer within the limits, or the task was cancelled.
    public nonisolated func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        try await followed(request, to: nil)
    }

    /// Sends a request again as a policy says, and takes the last answer. The limits are those of each try.
    ///
    /// - Parameters:
    ///   - limit: How long all tries and the waits between them may take together; `nil` for any time. It is only sent
    ///     again when another try can take as long as the last one did.
    ///   - onRetry: Is told before each try but the first.
    /// - Throws: `HTTPError` of the last try.
    public nonisolated func send(
        _ request: HTTPRequest, retrying policy: RetryPolicy, within limit: Duration? = nil,
        onRetry: @Sendable () async -> Void = {}
    ) async throws(HTTPError) -> HTTPResponse {
        let deadline = limit.map { ContinuousClock.now + $0 }
        var request = request
        let whole = request.limits.whole
        var tries = 0
        while true {
            tries += 1
            let start = ContinuousClock.now
            if let deadline { request.limits.whole = min(whole, deadline - start) }
            let result: Result<HTTPResponse, HTTPError>
            let wait: Duration?
            do throws(HTTPError) {
                let response = try await send(request)
                wait = policy.wait(
                    afterTry: tries,
                    outcome: .status(response.status, retryAfter: response.headers["Retry-After"]),
                    delivery: request.delivery)
                result = .success(response)
            } catch {
                wait = policy.wait(
                    afterTry: tries, outcome: .failure(error.reason), delivery: request.delivery)
                result = .failure(error)
            }
            guard let wait else { return try result.get() }
            let now = ContinuousClock.now
            if let deadline, deadline - now - wait < now - start { return try result.get() }
            do { try await Task.sleep(for: wait) } catch { throw HTTPError(request.target, .cancelled) }
            await onRetry()
        }
    }

    /// Takes the body of a successful answer into a file, which appears at `path` when it is whole and not before; what
    /// was there is replaced. Another answer leaves no file, and its body is in the response.
    ///
    /// - Parameter progress: Hears how far the download has come, on the transport's thread and often: it must not wait.
    /// - Throws: `HTTPError` when there is no whole answer within the limits, the file cannot be written, or the task was
    ///   cancelled; the file at `path` is as it was before.
    public nonisolated func download(
        _ request: HTTPRequest, to path: String,
        progress: @escaping @Sendable (HTTPProgress) -> Void = { _ in }
    ) async throws(HTTPError) -> HTTPResponse {
        try await followed(request, to: TransferSink.Destination(path: path, progress: progress))
    }

    private nonisolated func followed(
        _ request: HTTPRequest, to destination: TransferSink.Destination?
    ) async throws(HTTPError) -> HTTPResponse {
        let deadline = ContinuousClock.now + request.limits.whole
        var current = request
        var followed = 0
        while true {
            let response = try await exchange(current, to: destination)
            guard let next = try request.redirects.next(after: response, to: current, followed: followed)
            else { return response }
            followed += 1
            current = next
            current.limits.whole = deadline - ContinuousClock.now
            guard current.limits.whole > .zero else {
                throw HTTPError(request.target, .timedOut(limit: request.limits.whole, receivedBytes: 0))
            }
        }
    }

    private nonisolated func exchange(
        _ request: HTTPRequest, to destination: TransferSink.Destination?
    ) async throws(HTTPError) -> HTTPResponse {
        let signal = CallSignal(wake)
        // Whoever waits for the network holds the thread: it must let this request in.
        signal.raise()
        let result = await withTaskCancellationHandler {
            await run(request, to: destination, signal: signal)
        } onCancel: {
            signal.cancel()
        }
        signal.end()
        return try result.get()
    }

    private func run(
        _ request: HTTPRequest, to destination: TransferSink.Destination?, signal: CallSignal
    ) async -> Result<HTTPResponse, HTTPError> {
        signal.settle()
        if signal.isCancelled { return .failure(HTTPError(request.target, .cancelled)) }
        do throws(HTTPError) {
            let transfer = try Transfer(request, to: destination, certificatesPath: certificatesPath)
            do throws(CurlMulti.Failure) { try multi.add(transfer.pointer) } catch {
                throw transfer.failure(.failed(error.reason))
            }
            defer { untaken -= 1 }
            return await withCheckedContinuation { answer in
                let isIdle = calls.isEmpty
                calls[transfer.pointer] = Call(transfer: transfer, signal: signal, answer: answer)
                if isIdle { drive() }
            }
        } catch {
            return .failure(error)
        }
    }

    /// Does what can be done for all calls, waits for more, and does so again until there are none.
    ///
    /// Each turn is a task of its own, which begins on this thread: one that suspended itself would go on by way of
    /// Swift's pool, and stand still while others compute there.
    private func drive() {
        do throws(CurlMulti.Failure) {
            for (pointer, call) in calls where call.signal.isCancelled {
                end(pointer) { call throws(HTTPError) in throw call.transfer.failure(.cancelled) }
            }
            for one in try multi.perform() {
                end(one.handle) { call throws(HTTPError) in try call.transfer.response(one.outcome) }
            }
            for (pointer, call) in calls where call.transfer.isStalled() {
                end(pointer) { call throws(HTTPError) in throw call.transfer.stalled() }
            }
            guard !calls.isEmpty else { return }
            try multi.wait(
                for: wake.descriptor,
                atMostMilliseconds: untaken == 0 ? pollMilliseconds : Self.briefMilliseconds)
        } catch {
            for pointer in calls.keys {
                end(pointer) { call throws(HTTPError) in throw call.transfer.failure(.failed(error.reason)) }
            }
            return
        }
        Task { drive() }
    }

    /// Answers a call.
    private func end(
        _ pointer: UnsafeMutableRawPointer, with result: (Call) throws(HTTPError) -> HTTPResponse
    ) {
        guard let call = calls.removeValue(forKey: pointer) else { return }
        let answer = Result { () throws(HTTPError) in try result(call) }
        multi.remove(pointer)
        call.signal.end()
        untaken += 1
        call.answer.resume(returning: answer)
    }
}
