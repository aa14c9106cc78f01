/// What goes into an entry of an archive that is written.
///
/// It is asked for when its entry's turn comes, in the order of the entries and in the task that writes: a file need not
/// be open before, and what stands in a later entry may depend on what was read for an earlier one.
package protocol ZipContent: AnyObject {
    /// Gets ready to be read from the start.
    ///
    /// - Returns: The size in bytes.
    func open() throws -> Int

    /// The next bytes, at most `count` of them; none at the end.
    func read(_ count: Int) throws -> [UInt8]

    /// Is told that nothing more is read.
    func close()
}
