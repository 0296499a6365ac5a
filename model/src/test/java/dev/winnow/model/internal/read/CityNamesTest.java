package dev.winnow.model.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.AllocationLimit;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CityNamesTest {

    /** Comparing this number of cities pairwise takes 200 million steps that allocate. */
    private static final int CITIES = 20_000;

    private static final int MEGABYTES = 100;

    private final CityNames names = new CityNames();

    @Test
    void namesTheFirstCityThatSharesAName() {
        assertThat(add("qinghu", "Lakeside 青湖")).isNull();
        assertThat(add("harbour", "Harbour")).isNull();
        assertThat(add("port", "青湖 Harbour"))
                .isEqualTo("the city `port` shares a name with the city `qinghu` at c.json:1:8");
    }

    @Test
    void comparesLettersWhereEitherCityHasNoChineseName() {
        assertThat(add("a", "Suzhou 苏州")).isNull();
        assertThat(add("b", "Suzhou 宿州")).isNull();
        assertThat(add("c", "suzhou")).isEqualTo("the city `c` shares a name with the city `a` at c.json:1:8");
    }

    @Test
    void doesNotCompareWithACityThatWasRefused() {
        add("a", "Taizhou 台州");
        add("b", "Second 台州");
        assertThat(add("c", "Second 泰州")).isNull();
    }

    @Test
    void allocatesInProportionToTheNumberOfCities() {
        List<Node> cities = new ArrayList<>();
        for (int i = 0; i < CITIES; i++) {
            cities.add(city("c" + i, "City " + i + " " + han(i)));
        }
        List<Problem> found = AllocationLimit.megabytes(MEGABYTES, () -> {
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < CITIES; i++) {
                Problem problem = names.add("c" + i, cities.get(i));
                if (problem != null) {
                    problems.add(problem);
                }
            }
            return problems;
        });
        assertThat(found).isEmpty();
    }

    /** Returns two Chinese characters, different for each number. */
    private static String han(int number) {
        return Character.toString(0x4E00 + number / 1_000) + Character.toString(0x5000 + number % 1_000);
    }

    private @Nullable String add(String id, String name) {
        Problem problem = names.add(id, city(id, name));
        return problem == null ? null : problem.what().toString();
    }

    private static Node city(String id, String name) {
        return Objects.requireNonNull(
                Document.parse("c.json", "{\"id\": \"" + id + "\", \"name\": \"" + name + "\"}", new ArrayList<>()));
    }
}
