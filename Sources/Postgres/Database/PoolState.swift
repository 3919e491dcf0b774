/// Who has which lane, and who waits: the pool's decisions as a pure value. ``Pool`` carries them out.
struct PoolState {
    /// A call that wants a lane.
    struct Ticket: Hashable, Sendable {
        let number: Int
    }

    /// Why a call gets no lane.
    enum Refusal: Hashable, Sendable {
        case timeout
        case cancelled
        case closed
    }

    /// What is to be done.
    enum Action: Hashable, Sendable {
        case grant(lane: Int, Ticket)
        case refuse(Ticket, Refusal)
        case disconnect(lane: Int)
        case finishClosing
    }

    /// The last one is taken first. Lanes whose connection is open lie on top, so one user keeps to one connection.
    private(set) var idle: [Int]
    private(set) var leased: Set<Int> = []
    /// First come, first served.
    private(set) var waiting: [Ticket] = []
    private(set) var isClosed = false
    private var lastTicket = 0

    init(lanes: Int) {
        idle = Array((0..<lanes).reversed())
    }

    mutating func ticket() -> Ticket {
        lastTicket += 1
        return Ticket(number: lastTicket)
    }

    /// A call wants a lane.
    mutating func lease(_ ticket: Ticket) -> [Action] {
        if isClosed { return [.refuse(ticket, .closed)] }
        guard let lane = idle.popLast() else {
            waiting.append(ticket)
            return []
        }
        leased.insert(lane)
        return [.grant(lane: lane, ticket)]
    }

    /// A call is done with its lane.
    mutating func returned(_ lane: Int, isConnected: Bool) -> [Action] {
        guard leased.contains(lane) else { return [] }
        if isClosed {
            leased.remove(lane)
            idle.append(lane)
            return [.disconnect(lane: lane)] + (leased.isEmpty ? [.finishClosing] : [])
        }
        if !waiting.isEmpty { return [.grant(lane: lane, waiting.removeFirst())] }
        leased.remove(lane)
        if isConnected { idle.append(lane) } else { idle.insert(lane, at: 0) }
        return []
    }

    /// A call waited too long, or its task was cancelled. Nothing to do if it has got a lane meanwhile.
    mutating func gaveUp(_ ticket: Ticket, _ reason: Refusal) -> [Action] {
        guard let place = waiting.firstIndex(of: ticket) else { return [] }
        waiting.remove(at: place)
        return [.refuse(ticket, reason)]
    }

    /// No more leases. Those who wait are refused, those who have a lane finish.
    mutating func close() -> [Action] {
        if isClosed { return leased.isEmpty ? [.finishClosing] : [] }
        isClosed = true
        defer { waiting = [] }
        return waiting.map { .refuse($0, .closed) } + idle.map { .disconnect(lane: $0) }
            + (leased.isEmpty ? [.finishClosing] : [])
    }
}
