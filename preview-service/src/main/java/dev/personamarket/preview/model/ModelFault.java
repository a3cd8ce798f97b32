package dev.personamarket.preview.model;

/** Why the model did not answer, or not to the end. */
public enum ModelFault {
    /** It cannot be reached, or says that it cannot work now; also while the circuit breaker is open. */
    UNAVAILABLE("model-unavailable", "The language model is not available right now.", true, true),
    /** It stayed silent for longer than a deadline. */
    TIMEOUT("model-timeout", "The language model took too long.", false, true),
    /** It, or we, have too many calls at once. */
    BUSY("model-busy", "The language model has too much to do right now.", true, true),
    /** The account is empty; no waiting helps. */
    QUOTA("model-quota", "The language model is not available right now.", false, true),
    /** Wrong key, unknown model or address. */
    MISCONFIGURED("model-misconfigured", "The language model is not available right now.", false, true),
    /** It does not accept this request, such as one that is too long; others may pass. */
    REJECTED("model-rejected", "The language model did not accept this conversation.", false, false),
    /** What it sent makes no sense, or ended in the middle. */
    BROKEN("model-broken", "The language model's answer broke off.", false, true),
    /** This service is being stopped. */
    STOPPING("service-stopping", "The service is being restarted.", false, false);

    private final String code;
    private final String detail;
    private final boolean retryable;
    private final boolean counts;

    ModelFault(String code, String detail, boolean retryable, boolean counts) {
        this.code = code;
        this.detail = detail;
        this.retryable = retryable;
        this.counts = counts;
    }

    /** As events and problem types name it. */
    public String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    /** Whether the same request may succeed a moment later. */
    boolean isRetryable() {
        return retryable;
    }

    /** Whether the circuit breaker counts it as a failure of the model. */
    boolean counts() {
        return counts;
    }
}
