/// What is wrong with a line of a sheet, as it is written in the place of a result.
struct SheetFailure: Error, Encodable, Equatable {
    /// The line in the sheet, from 1.
    var line = 0
    /// What is wrong.
    var error: String
}
