import CCurl

/// One transfer of libcurl, from its settings to its figures.
struct CurlHandle: ~Copyable {
    /// A setting was refused.
    struct Failure: Error {
        var reason: String
    }

    /// What the library knows it by.
    let pointer: UnsafeMutableRawPointer
    private var fields: UnsafeMutablePointer<curl_slist>?
    /// Where the library writes why a transfer failed.
    private let message: UnsafeMutablePointer<CChar>

    private init(_ pointer: UnsafeMutableRawPointer) {
        self.pointer = pointer
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    /// A transfer with the settings that all have.
    static func open() throws(Failure) -> CurlHandle {
        guard let pointer = curl_easy_init() else {
            throw Failure(reason: "libcurl gave no handle; is memory short?")
        }
        let handle = CurlHandle(pointer)
        try handle.check(ccurl_set_buffer(pointer, CURLOPT_ERRORBUFFER, handle.message))
        // Signals belong to the process, not to a library on one of its threads.
        try handle.set(CURLOPT_NOSIGNAL, 1)
        // A name server that does not answer must not hold the thread after the transfer was given up.
        try handle.set(CURLOPT_QUICK_EXIT, 1)
        return handle
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(fields)
        message.deallocate()
    }

    /// Says what is asked of which address.
    func setTarget(method: String, url: String, isHeadAlone: Bool) throws(Failure) {
        try set(CURLOPT_URL, url)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_FOLLOWLOCATION, 0)
        if isHeadAlone { try set(CURLOPT_NOBODY, 1) } else { try set(CURLOPT_CUSTOMREQUEST, method) }
    }

    /// Sends fields of a head, each a line such as `Accept: text/plain`.
    mutating func setFields(_ lines: [String]) throws(Failure) {
        for line in lines {
            guard let longer = curl_slist_append(fields, line) else {
                throw Failure(reason: "memory is short")
            }
            fields = longer
        }
        try check(ccurl_set_list(pointer, CURLOPT_HTTPHEADER, fields))
    }

    /// Sends a body; the library copies it.
    func setBody(_ bytes: [UInt8]) throws(Failure) {
        try check(ccurl_set_size(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
        // An empty body needs an address too: without one the library would ask for bytes.
        let code = (bytes.isEmpty ? [0] : bytes).withUnsafeBytes {
            ccurl_set_bytes(pointer, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
        }
        try check(code)
    }

    /// Ends the transfer when it takes longer, or when its head promises a larger body.
    func setLimits(connect: Duration, whole: Duration, bodyBytes: Int) throws(Failure) {
        try set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(connect))
        try set(CURLOPT_TIMEOUT_MS, Self.milliseconds(whole))
        try check(ccurl_set_size(pointer, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max(1, bodyBytes))))
    }

    /// Goes over a new connection.
    func setFreshConnection() throws(Failure) { try set(CURLOPT_FRESH_CONNECT, 1) }

    /// Trusts the authorities in a file of PEM certificates instead of the system's.
    func setCertificates(_ path: String) throws(Failure) { try set(CURLOPT_CAINFO, path) }

    /// Asks the host itself, whatever proxy the environment names.
    func setDirect() throws(Failure) { try set(CURLOPT_PROXY, "") }

    /// Hands what comes to a sink, which must live as long as the handle.
    func setSink(_ sink: TransferSink) throws(Failure) {
        let place = Unmanaged.passUnretained(sink).toOpaque()
        // A count that is not that of the bytes ends the transfer.
        try check(
            ccurl_set_receiver(
                pointer, CURLOPT_HEADERFUNCTION,
                { bytes, size, count, place in
                    guard let bytes, let place else { return 0 }
                    let sink = Unmanaged<TransferSink>.fromOpaque(place).takeUnretainedValue()
                    let taken = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return sink.takeHead(taken) ? taken.count : 0
                }, CURLOPT_HEADERDATA, place))
        try check(
            ccurl_set_receiver(
                pointer, CURLOPT_WRITEFUNCTION,
                { bytes, size, count, place in
                    guard let bytes, let place else { return 0 }
                    let sink = Unmanaged<TransferSink>.fromOpaque(place).takeUnretainedValue()
                    let taken = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return sink.takeBody(taken) ? taken.count : 0
                }, CURLOPT_WRITEDATA, place))
    }

    /// The status of the last head; 0 when there was none.
    var status: Int {
        var status = 0
        return ccurl_get_long(pointer, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0
    }
    /// The bytes of the body that were sent.
    var sentBytes: Int { size(CURLINFO_SIZE_UPLOAD_T) }
    /// Whether there is a connection, encrypted where it shall be, that the request may go over.
    var isConnected: Bool { size(CURLINFO_PRETRANSFER_TIME_T) > 0 }
    /// Why the transfer failed, in the library's words; empty when it says nothing.
    var lastMessage: String { String(cString: message) }

    private func size(_ info: CURLINFO) -> Int {
        var size: curl_off_t = 0
        return ccurl_get_size(pointer, info, &size) == CURLE_OK ? Int(size) : 0
    }

    private func set(_ option: CURLoption, _ value: Int) throws(Failure) {
        try check(ccurl_set_long(pointer, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(Failure) {
        try check(ccurl_set_text(pointer, option, value))
    }

    private func check(_ code: CURLcode) throws(Failure) {
        guard code != CURLE_OK else { return }
        throw Failure(reason: String(cString: curl_easy_strerror(code)))
    }

    /// At least one: nothing would mean no limit.
    private static func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return max(1, Int(min(seconds, 1_000_000)) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
