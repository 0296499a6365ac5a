package dev.winnow.model.value;

import dev.winnow.model.source.Message;

/**
 * The origin of an amount that was stated in another currency.
 *
 * @param written the amount as it was written: {@code ₹3,300 crore}
 * @param rate the rate by which it was converted
 */
public record Conversion(String written, Rate rate) {

    /** Returns the conversion in words: {@code converted from ₹3,300 crore at 1 INR = 0.083 yuan (2025-12-31)}. */
    public Message words() {
        return Message.of("converted from %s at %s", written, rate.words());
    }
}
