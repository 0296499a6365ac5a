package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RecentlyJudged.Group;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What came of the groups judged last is kept as long as there is room, and groups that nobody reads by the group are not kept again. */
class RecentlyJudgedTest {

    private static final int ROOM = 4_000;

    private final RecentlyJudged recent = new RecentlyJudged();

    private Group<String> kept(String what, int candidates) {
        Group<String> group = new Group<>();
        recent.keep(group, Collections.nCopies(candidates, what));
        return group;
    }

    @Test
    void theOldestIsForgottenFirst() {
        Group<String> first = kept("first", ROOM / 2);
        Group<String> second = kept("second", ROOM / 2);
        assertThat(first.get(0)).isEqualTo("first");
        Group<String> third = kept("third", 1);
        assertThat(first.get(0)).isNull();
        assertThat(second.get(0)).isEqualTo("second");
        assertThat(third.get(0)).isEqualTo("third");
    }

    @Test
    void theLastIsKeptHoweverLarge() {
        Group<String> small = kept("small", 1);
        Group<String> large = kept("large", 2 * ROOM);
        assertThat(small.get(0)).isNull();
        assertThat(large.get(2 * ROOM - 1)).isEqualTo("large");
    }

    @Test
    void whatIsForgottenMakesRoomForAsMany() {
        kept("large", ROOM);
        Group<String> second = kept("second", ROOM / 2);
        Group<String> third = kept("third", ROOM / 2);
        assertThat(second.get(0)).isEqualTo("second");
        assertThat(third.get(0)).isEqualTo("third");
    }

    @Test
    void theFirstOfTwoThreadsCounts() {
        Group<String> group = kept("one", 1);
        recent.keep(group, List.of("other"));
        assertThat(group.get(0)).isEqualTo("one");
    }

    @Test
    void aGroupOfWhichFewAreReadIsNotKeptAgain() {
        Group<String> seldom = kept("seldom", 10);
        Group<String> often = kept("often", 10);
        for (int i = 0; i < 3; i++) {
            seldom.get(i);
        }
        for (int i = 0; i < 4; i++) {
            often.get(i);
        }
        assertThat(seldom.isToBeKept()).isTrue();
        kept("many", ROOM);
        assertThat(seldom.isToBeKept()).isFalse();
        assertThat(often.isToBeKept()).isTrue();
    }

    @Test
    void readsCountAnewOnceAGroupIsKeptAgain() {
        Group<String> group = kept("once", 10);
        for (int i = 0; i < 4; i++) {
            group.get(i);
        }
        kept("many", ROOM);
        assertThat(group.isToBeKept()).isTrue();
        recent.keep(group, Collections.nCopies(10, "again"));
        kept("many", ROOM);
        assertThat(group.isToBeKept()).isFalse();
    }
}
