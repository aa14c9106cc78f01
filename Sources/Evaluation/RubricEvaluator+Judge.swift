/// The offline judge waits for nothing.
extension RubricEvaluator: Judge {}
