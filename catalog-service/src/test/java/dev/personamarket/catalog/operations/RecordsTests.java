package dev.personamarket.catalog.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class RecordsTests {

    @Test
    void aRecordIsALineHoweverLinesEnd() throws IOException {
        assertThat(lines("one\ntwo\r\n\r\n\nthree")).extracting(Records.Raw::text).containsExactly("one", "two",
                "three");
        assertThat(lines("one\ntwo\r\n\r\n\nthree")).extracting(Records.Raw::line).containsExactly(1L, 2L, 5L);
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        assertThat(lines("\uFEFFone\ntwo")).extracting(Records.Raw::text).containsExactly("one", "two");
    }

    @Test
    void inCsvARecordGoesOnWhileAQuoteIsOpen() throws IOException {
        assertThat(csv("a,\"b\nc \"\"d\"\"\n\"\ne,f \"g\n"))
                .extracting(Records.Raw::text).containsExactly("a,\"b\nc \"\"d\"\"\n\"", "e,f \"g");
    }

    @Test
    void aQuoteInsideAPlainFieldOpensNothing() throws IOException {
        assertThat(csv("a;\"b,5\"\nc")).extracting(Records.Raw::text).containsExactly("a;\"b,5\"", "c");
        assertThat(separated(',', "a;\"b\nc")).extracting(Records.Raw::text).containsExactly("a;\"b", "c");
    }

    @Test
    void whatIsNotUtf8IsRefusedAlone() throws IOException {
        var records = records(new Records(new ByteArrayInputStream("one\ncafé\nthree".getBytes(ISO_8859_1)), false));
        assertThat(records).extracting(Records.Raw::text).containsExactly("one", null, "three");
        assertThat(records.get(1).fault()).isEqualTo("must be UTF-8");
    }

    @Test
    void aHugeLineIsRefusedAlone() throws IOException {
        var records = lines("one\n" + "x".repeat(Records.LONGEST + 1) + "\nthree");
        assertThat(records).extracting(Records.Raw::text).containsExactly("one", null, "three");
        assertThat(records.get(1).fault()).isEqualTo("must not be longer than 1 MB");
        assertThat(lines("x".repeat(Records.LONGEST))).extracting(Records.Raw::fault).containsOnlyNulls();
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedByItsLine() throws IOException {
        var records = csv("a,b\n\"c,d\n" + "e,f\n".repeat(300_000));
        assertThat(records).extracting(Records.Raw::line).containsExactly(1L, 2L);
        assertThat(records.getLast().fault()).contains("goes on to line 300002").contains("quote");
    }

    @Test
    void aFileWithoutEndNeedsNoMoreMemoryThanARecord() throws IOException {
        var endless = new InputStream() {
            private long left = 200L * 1024 * 1024;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                left -= length;
                return left > 0 ? length : -1;
            }
        };
        assertThat(records(new Records(endless, false))).singleElement().extracting(Records.Raw::fault)
                .isEqualTo("must not be longer than 1 MB");
    }

    private static List<Records.Raw> lines(String text) throws IOException {
        return records(new Records(bytes(text), false));
    }

    private static List<Records.Raw> csv(String text) throws IOException {
        return records(new Records(bytes(text), true));
    }

    private static List<Records.Raw> separated(char separator, String text) throws IOException {
        var records = new Records(bytes(text), true);
        records.separatedBy(separator);
        return records(records);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static List<Records.Raw> records(Records records) throws IOException {
        var all = new ArrayList<Records.Raw>();
        for (var next = records.next(); next != null; next = records.next()) {
            all.add(next);
        }
        return all;
    }
}
