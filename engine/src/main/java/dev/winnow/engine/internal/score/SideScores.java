package dev.winnow.engine.internal.score;

import dev.winnow.model.result.Side;
import dev.winnow.model.value.ScoreInterval;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scores of both sides. Takes half the memory of an {@link EnumMap}, and each assessment has one. Immutable. */
final class SideScores extends AbstractMap<Side, ScoreInterval> {

    private final ScoreInterval city;
    private final ScoreInterval project;

    SideScores(ScoreInterval city, ScoreInterval project) {
        this.city = city;
        this.project = project;
    }

    @Override
    public @Nullable ScoreInterval get(@Nullable Object side) {
        return side == Side.CITY ? city : side == Side.PROJECT ? project : null;
    }

    @Override
    public Set<Map.Entry<Side, ScoreInterval>> entrySet() {
        Map<Side, ScoreInterval> both = new EnumMap<>(Side.class);
        both.put(Side.CITY, city);
        both.put(Side.PROJECT, project);
        return Collections.unmodifiableMap(both).entrySet();
    }
}
