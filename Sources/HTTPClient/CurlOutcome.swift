import CCurl

/// How libcurl says that a transfer ended, in our kinds (`libcurl-errors(3)`).
enum CurlOutcome: Sendable, Hashable {
    case done
    case invalidAddress
    case unresolved
    case unreachable
    case timedOut
    case encryptionFailed
    case brokenOff
    case badAnswer
    case tooLarge
    /// Our own sink took no more.
    case refusedBySink
    case failed

    init(_ code: CURLcode) {
        self =
            switch code {
            case CURLE_OK: .done
            case CURLE_URL_MALFORMAT: .invalidAddress
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unresolved
            case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED, CURLE_PROXY: .unreachable
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
                CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED,
                CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_CRL_BADFILE,
                CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
                .encryptionFailed
            case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2,
                CURLE_HTTP2_STREAM, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SEND_FAIL_REWIND:
                .brokenOff
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .badAnswer
            case CURLE_FILESIZE_EXCEEDED: .tooLarge
            case CURLE_WRITE_ERROR: .refusedBySink
            default: .failed
            }
    }
}
