package dev.winnow.ruletools.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The value of {@code --threshold}. */
public final class Percentage {

    private Percentage() {}

    /** Refuses a value that is not between 0 and 100; null is allowed. */
    public static void check(@Nullable BigDecimal threshold) {
        if (threshold != null && (threshold.signum() < 0 || threshold.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new Refusal(
                    Exit.USAGE, Message.of("--threshold must be a percentage from 0 to 100, not `%s`", threshold));
        }
    }
}
