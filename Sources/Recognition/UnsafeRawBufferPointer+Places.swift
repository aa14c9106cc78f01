import Foundation

/// Searches of the bytes of a file by plain loops and the C library's: the files of a model hold tens of megabytes.
extension UnsafeRawBufferPointer {
    /// The first place of a byte at or after `start`.
    func place(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress,
            let place = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(place) - base
    }

    /// The last place of a byte before `end`.
    func place(of byte: UInt8, before end: Int) -> Int? {
        var place = end
        while place > 0 {
            place -= 1
            if self[place] == byte { return place }
        }
        return nil
    }

    /// How many bytes from `start` on are zero, counted up to `limit`.
    func zeros(from start: Int, limit: Int) -> Int {
        var zeros = 0
        var next = start
        while zeros < limit, let place = place(of: 0, from: next) {
            zeros += 1
            next = place + 1
        }
        return zeros
    }
}
