package dev.winnow.tables.headings;

import dev.winnow.tables.cells.TextFolding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The provinces of China, which addresses name beside a city, from the file {@code provinces.txt}. Immutable. */
final class Provinces {

    private static final Provinces ONE = read();

    private static final Pattern COUNTRY =
            Pattern.compile("^中国|,\\s*(?:p\\.?r\\.? ?)?china$|,\\s*prc$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEHIND = Pattern.compile("(.+?)\\s*[,(]\\s*([^,()]+?)\\s*\\)?");
    private static final String SUFFIX = "(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?";

    /** The Chinese name by the names in both languages, folded. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Map<String, String> english = new LinkedHashMap<>();

    /** The provinces of each city: 海南 is one in Qinghai. */
    private final Map<String, List<String>> cities = new LinkedHashMap<>();

    private final Pattern before;

    private Provinces(List<String> lines) {
        List<String> words = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] parts = line.split("\\s*[=|]\\s*", -1);
                names.put(TextFolding.of(parts[0]), parts[1]);
                names.put(TextFolding.of(parts[1]), parts[1]);
                english.put(parts[1], parts[0]);
                words.add(parts[1] + SUFFIX);
                words.add(parts[0] + "(?: Province)? ");
                for (String city : parts[2].split(" ", -1)) {
                    cities.computeIfAbsent(city, any -> new ArrayList<>()).add(parts[1]);
                }
            }
        }
        before = Pattern.compile("(" + String.join("|", words) + ")\\s*(.+)", Pattern.CASE_INSENSITIVE);
    }

    static Provinces get() {
        return ONE;
    }

    private static Provinces read() {
        try (InputStream in = Objects.requireNonNull(Provinces.class.getResourceAsStream("provinces.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Provinces(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A place with its province beside it.
     *
     * @param place the text without the province
     * @param province in Chinese
     */
    record Address(String place, String province) {}

    /** Parts a place from its province: 山东省青岛市, {@code Qingdao, Shandong}; null if the text names no province. */
    @Nullable
    Address address(String text) {
        String plain = COUNTRY.matcher(TextFolding.strip(Normalizer.normalize(text, Normalizer.Form.NFKC)))
                .replaceAll("")
                .strip();
        Matcher behind = BEHIND.matcher(plain);
        if (behind.matches()) {
            String province = province(behind.group(2));
            if (province != null) {
                return new Address(behind.group(1), province);
            }
        }
        Matcher first = before.matcher(plain);
        String province = first.matches() ? province(first.group(1)) : null;
        return province == null ? null : new Address(first.group(2), province);
    }

    private @Nullable String province(String words) {
        String bare = TextFolding.strip(words).replaceFirst("(?i)" + SUFFIX + "$|\\s+province$", "");
        return names.get(TextFolding.of(bare));
    }

    /** Whether a city with this Chinese name lies in a province; so does one that no province lists. */
    boolean mayLie(String city, String province) {
        return cities.getOrDefault(bare(city), List.of(province)).contains(province);
    }

    /** The province of a city in both languages; null if none lists it. */
    @Nullable
    String of(String city) {
        List<String> in = cities.get(bare(city));
        return in == null ? null : english.get(in.get(0)) + " " + in.get(0);
    }

    private static String bare(String city) {
        return city.endsWith("市") ? city.substring(0, city.length() - 1) : city;
    }
}
