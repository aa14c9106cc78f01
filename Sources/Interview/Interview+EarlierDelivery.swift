public import Delivery

extension Interview {
    /// How the candidate spoke before the current question: the answer that counts of each earlier one, those that
    /// were typed or not heard left out.
    public var earlierDelivery: DeliveryHistory {
        DeliveryHistory(turns.dropLast().compactMap { $0.finalTake?.analysis?.delivery })
    }
}
