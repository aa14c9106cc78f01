import Inference

/// What each position gathers from the others of its own kind, added to what it was.
struct SelfAttention {
    let norm: LayerNorm
    /// Queries, keys and values side by side.
    let ask: Linear
    let give: Linear
    let heads: Int

    /// All positions see each other.
    func apply(to positions: inout Matrix) {
        let asked = ask(norm(positions))
        let width = positions.columns
        let gathered = Attention.gather(
            queries: MatrixPart(asked, columns: width), keys: MatrixPart(asked, from: width, columns: width),
            values: MatrixPart(asked, from: 2 * width), heads: heads)
        positions.add(give(gathered))
    }

    /// Each hypothesis sees its own past, which grows by these positions: as many rows for each, one after the other.
    func apply(to positions: inout Matrix, pasts: inout [KeyValueCache]) {
        let width = positions.columns
        let asked = ask(norm(positions))
        let rows = positions.rows / pasts.count
        var gathered: [Float] = []
        gathered.reserveCapacity(positions.values.count)
        for index in pasts.indices {
            let start = index * rows * 3 * width
            let own = Array(asked.values[start..<start + rows * 3 * width])
            pasts[index].append(own)
            let part = Attention.gather(
                queries: MatrixPart(own, stride: 3 * width, columns: width), keys: pasts[index].keys,
                values: pasts[index].values, heads: heads, isCausal: true)
            gathered += part.values
        }
        positions.add(give(Matrix(rows: positions.rows, columns: width, values: gathered)))
    }
}
