package peerlab.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ten beats a second, by the machine's clock. */
final class WallPulse implements Pulse {

    private static final long BEAT_MILLIS = 100;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public boolean isOverAfterBeat(Future<?> work) throws InterruptedException {
        try {
            work.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }
}
