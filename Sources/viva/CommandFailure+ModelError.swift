import Models

extension CommandFailure {
    /// What an error of the models means as an exit code.
    static func status(of error: ModelError) -> ExitStatus {
        switch error {
        case .unknownName, .invalidName, .noKnownSource, .invalidSource: .usage
        case .notInstalled, .storeBusy, .catalogueInvalid, .programMissing, .packageNotFound, .networkFailed,
            .downloadFailed:
            .unavailable
        case .noWeights, .readFailed: .noInput
        case .unsupported, .damaged, .otherModel, .wrongChecksum, .archiveRefused: .badInput
        case .writeFailed, .diskFull: .cannotWrite
        case .cancelled: .interrupted
        }
    }
}
