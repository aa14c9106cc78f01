/// Values by keys, of which those that were longest not asked for go when there are many.
///
/// It holds two halves: a key that is asked for moves to the newer one, and when that is full the older one goes. So a look-up costs the
/// same however many there are, and no more than `limit` are ever held.
public struct RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var newer: [Key: Value] = [:]
    private var older: [Key: Value] = [:]
    private let half: Int

    /// None yet.
    ///
    /// - Parameter limit: how many there may be, 2 or more.
    public init(limit: Int) { half = max(1, limit / 2) }

    /// How many there are.
    public var count: Int { newer.count + older.count }

    /// The value of a key; setting it to `nil` removes it.
    public subscript(key: Key) -> Value? {
        mutating get {
            if let value = newer[key] { return value }
            guard let value = older.removeValue(forKey: key) else { return nil }
            keep(value, for: key)
            return value
        }
        set {
            older[key] = nil
            if let newValue { keep(newValue, for: key) } else { newer[key] = nil }
        }
    }

    /// Removes what fits.
    public mutating func removeAll(where fits: (Value) -> Bool) {
        newer = newer.filter { !fits($0.value) }
        older = older.filter { !fits($0.value) }
    }

    private mutating func keep(_ value: Value, for key: Key) {
        if newer.count >= half, newer[key] == nil {
            older = newer
            newer = [:]
        }
        newer[key] = value
    }
}
