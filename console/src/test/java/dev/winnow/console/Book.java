package dev.winnow.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The content of a workbook, read without the library that wrote it.
 *
 * @param sheets the rows of each sheet by its name, in order; texts are quoted
 * @param formulas the number of cells with a formula
 */
public record Book(Map<String, List<List<String>>> sheets, int formulas) {

    public static Book read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> texts = all(part(zip, "xl/sharedStrings.xml"), "t").stream()
                    .map(Element::getTextContent)
                    .toList();
            Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
            int formulas = 0;
            int number = 1;
            for (Element sheet : all(part(zip, "xl/workbook.xml"), "sheet")) {
                Document page = part(zip, "xl/worksheets/sheet" + number + ".xml");
                formulas += all(page, "f").size();
                sheets.put(
                        sheet.getAttribute("name"),
                        all(page, "row").stream().map(row -> row(row, texts)).toList());
                number++;
            }
            return new Book(sheets, formulas);
        }
    }

    private static Document part(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(name)))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new UncheckedIOException(new IOException(name, e));
        }
    }

    private static List<Element> all(Document document, String tag) {
        return elements(document.getElementsByTagName(tag));
    }

    private static List<Element> elements(NodeList found) {
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> row(Element row, List<String> texts) {
        TreeMap<Integer, String> cells = new TreeMap<>();
        for (Element cell : elements(row.getElementsByTagName("c"))) {
            String value = cell.getTextContent();
            boolean text = cell.getAttribute("t").equals("s");
            cells.put(column(cell.getAttribute("r")), text ? "“" + texts.get(Integer.parseInt(value)) + "”" : value);
        }
        List<String> whole = new ArrayList<>();
        for (int i = 0; i <= (cells.isEmpty() ? -1 : cells.lastKey()); i++) {
            whole.add(cells.getOrDefault(i, ""));
        }
        return whole;
    }

    private static int column(String place) {
        int column = 0;
        for (char letter : place.replaceAll("\\d", "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /**
     * Returns the rows of a sheet by heading, with texts unquoted and empty cells missing. Lines of text above the
     * headings are skipped.
     */
    public List<Map<String, String>> rows(String sheet) {
        List<List<String>> all = Objects.requireNonNull(sheets.get(sheet), sheet);
        int head = IntStream.range(0, all.size())
                .filter(i -> all.get(i).stream().filter(cell -> !cell.isEmpty()).count() > 1)
                .findFirst()
                .orElseThrow();
        return all.stream()
                .skip(head + 1L)
                .map(row -> {
                    Map<String, String> named = new LinkedHashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        named.put(plain(all.get(head).get(i)), plain(row.get(i)));
                    }
                    return named;
                })
                .toList();
    }

    private static String plain(String cell) {
        return cell.startsWith("“") ? cell.substring(1, cell.length() - 1) : cell;
    }

    /** Prints a line per row, sheet by sheet. */
    @Override
    public String toString() {
        return sheets.entrySet().stream()
                .map(sheet -> "== " + sheet.getKey() + "\n"
                        + sheet.getValue().stream()
                                .map(row -> String.join(" | ", row) + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
