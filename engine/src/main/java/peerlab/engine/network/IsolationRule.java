package peerlab.engine.network;

/** Nothing reaches some peers, or nothing of theirs gets out, or neither. */
public record IsolationRule(PeerSet isolated, boolean isClosedInwards, boolean isClosedOutwards)
        implements LinkRule {

    @Override
    public PeerSet senders() {
        return isClosedInwards ? PeerSet.EVERYBODY : isolated;
    }

    @Override
    public PeerSet receivers() {
        return isClosedOutwards ? PeerSet.EVERYBODY : isolated;
    }

    @Override
    public void shape(Transmission message) {
        if (isClosedOutwards && isolated.contains(message.from())
                || isClosedInwards && isolated.contains(message.to())) {
            message.drop("isolated");
        }
    }
}
