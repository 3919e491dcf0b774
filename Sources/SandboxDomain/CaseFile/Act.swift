/// An act that opens a case file or moves it to another stage.
///
/// Which act leads where, and who may do it, is the table ``Transition/table``.
public enum Act: String, StableCode {
    /// 작성: a company begins a proposal.
    case draft
    /// 제출: the company hands the proposal in.
    case file
    /// 접수: the desk takes it up.
    case receive
    /// 반려: the desk hands it back (Decree 40③, 42의4③).
    case `return`
    /// 협의: the desk asks the first ministry (Act 36②, 37③, 38의2⑤).
    case consult
    /// 협의 철회: the desk calls off the only consultation there is.
    case recall
    /// 의결: the outcome is recorded.
    case decide
    /// 재심의: the company asks to have a rejection deliberated again (RegAct 19의3⑥).
    case redeliberate
    /// 재개: an objection to the return is upheld, and the case goes on (행정기본법 제36조 제2항).
    case reopen
    /// 철회: the company takes it back (민원처리법 22②).
    case withdraw
}
