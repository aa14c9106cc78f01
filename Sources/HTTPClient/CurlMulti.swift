import CCurl

/// The transfers of libcurl that one thread drives together, with the connections they share.
struct CurlMulti: ~Copyable {
    /// A transfer that ended.
    struct Ended {
        /// Which one.
        var handle: UnsafeMutableRawPointer
        /// How.
        var outcome: CurlOutcome
    }

    /// The library failed as a whole.
    struct Failure: Error {
        var reason: String
    }

    private let multi: UnsafeMutableRawPointer

    init() throws(Failure) {
        // Safe from any thread since libcurl 7.84; the later calls do nothing.
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init() else {
            throw Failure(reason: "libcurl could not be started")
        }
        self.multi = multi
    }

    deinit { curl_multi_cleanup(multi) }

    func add(_ handle: UnsafeMutableRawPointer) throws(Failure) {
        try Self.check(curl_multi_add_handle(multi, handle))
    }

    /// Takes a transfer out, whether it ended or not; its connection is closed when it did not.
    func remove(_ handle: UnsafeMutableRawPointer) { curl_multi_remove_handle(multi, handle) }

    /// Does what can be done without waiting; returns what ended.
    func perform() throws(Failure) -> [Ended] {
        var running: Int32 = 0
        try Self.check(curl_multi_perform(multi, &running))
        var ended: [Ended] = []
        var waiting: Int32 = 0
        while let message = curl_multi_info_read(multi, &waiting) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else {
                continue
            }
            ended.append(Ended(handle: handle, outcome: CurlOutcome(ccurl_result(message))))
        }
        return ended
    }

    /// Waits until something can be done or `descriptor` is ready to be read, at most so long.
    func wait(for descriptor: Int32, atMostMilliseconds limit: Int32) throws(Failure) {
        var extra = curl_waitfd(fd: descriptor, events: Int16(CURL_WAIT_POLLIN), revents: 0)
        try Self.check(curl_multi_poll(multi, &extra, 1, limit, nil))
    }

    private static func check(_ code: CURLMcode) throws(Failure) {
        guard code != CURLM_OK else { return }
        throw Failure(
            reason: curl_multi_strerror(code).map { String(cString: $0) } ?? "code \(code.rawValue)")
    }
}
