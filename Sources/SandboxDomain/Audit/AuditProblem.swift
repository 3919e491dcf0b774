/// What can be wrong with the event log.
public enum AuditProblem: String, StableCode {
    // Chains: one event, or the place where one should be.
    /// A column of the event is not what was recorded.
    case contentChanged = "content-changed"
    /// The event does not continue the one before it: that event was rewritten or replaced.
    case linkBroken = "link-broken"
    /// Events are missing before this one.
    case missingBefore = "missing-before"
    /// Events are missing at the end of the chain.
    case missingAfter = "missing-after"
    /// The event bears a number that is lower than that of the event before it.
    case outOfOrder = "out-of-order"
    /// The chain's head names another last event.
    case headDiffers = "head-differs"
    /// The chain has events and no head.
    case headMissing = "head-missing"
    /// Something is in the register of which no event tells.
    case chainMissing = "chain-missing"

    // Rows of the register.
    /// The row is not what its events put together.
    case stateDiffers = "state-differs"
    /// Its events tell of a row that is not there.
    case rowMissing = "row-missing"
    /// No event tells of the row.
    case rowWithoutEvent = "row-without-event"
    /// The content is not the one whose digest was recorded: of a paper, of a case of the past, of the rules of a regime.
    case contentDiffers = "content-differs"

    // What is drawn and not recorded.
    /// The counter is below a number that was given out: the next one would be given twice.
    case counterLow = "counter-low"
    /// The counter is above the numbers that were given out.
    case counterHigh = "counter-high"
    /// What was done under a key for doing it once is not there.
    case resultMissing = "result-missing"

    // Seals.
    /// A column of the seal is not what was sealed.
    case sealChanged = "seal-changed"
    /// The seal before this one is missing.
    case sealMissing = "seal-missing"
    /// The events under the seal are not those that were sealed.
    case eventsChanged = "events-changed"
    /// The log has no seal of that number.
    case tokenUnknown = "token-unknown"
    /// The log's seal of that number is not the one the token was given for.
    case tokenDiffers = "token-differs"
}
