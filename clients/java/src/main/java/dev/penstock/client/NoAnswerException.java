package dev.penstock.client;

/// The service or the storage could not be reached, or hung up, until patience ran out.
public final class NoAnswerException extends PenstockException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String who, String reason) {
        super("%s does not answer: %s.".formatted(who, reason));
    }

    @Override
    public String advice() {
        return "Check the address and the network, then try again.";
    }
}
