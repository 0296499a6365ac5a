package dev.winnow.engine.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

final class Draw {

    private final Random random;

    Draw(Random random) {
        this.random = random;
    }

    Random random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Some of the values, in random order. */
    <T> List<T> some(List<T> values, int most) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return new ArrayList<>(shuffled.subList(0, Math.min(shuffled.size(), upTo(most))));
    }

    LocalDate day(LocalDate first, LocalDate last) {
        long days = last.toEpochDay() - first.toEpochDay();
        return first.plusDays((long) (random.nextDouble() * (days + 1)));
    }
}
