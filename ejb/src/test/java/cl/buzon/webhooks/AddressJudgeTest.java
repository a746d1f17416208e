package cl.buzon.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.webhooks.AddressJudge.Verdict;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressJudgeTest {

    private static final String ELSEWHERE = "93.184.215.14";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example/buzon",
                "HTTPS://Hooks.Example",
                "https://hooks.example:443/a?b=c",
                "https://hooks.example:8443/",
                "https://xn--buzn-0ra.example/",
                "https://93.184.215.14/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"
            })
    void addressesOfTheInternetAreTaken(String url) {
        assertThat(judge(false, ELSEWHERE).judge(url)).isEqualTo(Verdict.GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example",
                "/buzon",
                "https:",
                "https:///buzon",
                "https:hooks.example",
                "http://hooks.example/",
                "ftp://hooks.example/",
                "file:///etc/passwd",
                "jar:https://hooks.example!/",
                "https://user@hooks.example/",
                "https://user:secret@hooks.example/",
                "https://hooks.example/#part",
                "https://hooks.example:80/",
                "https://hooks.example:22/",
                "https://hooks.example:65536/",
                "https://hooks.example:0/",
                "https://hooks example/",
                "https://buzón.example/",
                "https://127.1/",
                "https://0x7f.1/",
                "https://0x7f000001/",
                "https://2130706433/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://1.2.3/",
                "https://1.2.3.4.5/",
                "https://1.2.3.4./",
                "https://hooks.1/",
                "https://127%2e0%2e0%2e1/",
                "https://hooks.example\\@127.0.0.1/",
                "http://localhost/",
                "http://127.0.0.1:9990/"
            })
    void otherFormsAreNot(String url) {
        assertThat(judge(false, ELSEWHERE).judge(url)).isEqualTo(Verdict.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatLeadsInsideOrNowhereIsNotCalled(String address) throws Exception {
        AddressJudge judge = judge(false, address);

        assertThat(judge.judge("https://hooks.example/")).isEqualTo(Verdict.FORBIDDEN);
        assertThatThrownBy(() -> judge.addresses("hooks.example")).isInstanceOf(ForbiddenAddress.class);
        assertThat(judge(true, address).judge("https://hooks.example/"))
                .as("in the demo")
                .isEqualTo(Verdict.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "223.255.255.255",
                "64:ff9b::101:101",
                "2001:200::1",
                "2606:4700::1111"
            })
    void theirNeighboursAre(String address) throws Exception {
        assertThat(judge(false, address).judge("https://hooks.example/")).isEqualTo(Verdict.GOOD);
    }

    @Test
    void allThatANameLeadsToMustBePublic() {
        assertThat(judge(false, ELSEWHERE, "10.0.0.1").judge("https://hooks.example/"))
                .isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void aNameThatLeadsNowhereIsRefusedForThatReason() {
        AddressJudge judge = new AddressJudge(false, host -> {
            throw new UnknownHostException(host);
        });

        assertThat(judge.judge("https://hooks.example/")).isEqualTo(Verdict.UNKNOWN_HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[fe80::1]/", "https://127.0.0.1/"})
    void literalsAreJudgedLikeNames(String url) {
        assertThat(new AddressJudge(false, InetAddress::getAllByName).judge(url))
                .isEqualTo(Verdict.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:9000/", "http://127.0.0.1:9000/", "http://[::1]:9000/", "https://localhost/"})
    void theDemoAlsoCallsThisMachine(String url) {
        assertThat(new AddressJudge(true, InetAddress::getAllByName).judge(url)).isEqualTo(Verdict.GOOD);
        assertThat(new AddressJudge(false, InetAddress::getAllByName).judge(url))
                .isEqualTo(Verdict.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/",
                "http://10.0.0.1:9000/",
                "http://127.0.0.2:9000/",
                "http://localhost:80/"
            })
    void butNothingElse(String url) {
        assertThat(judge(true, "127.0.0.1").judge(url)).isEqualTo(Verdict.FORBIDDEN);
    }

    private static AddressJudge judge(boolean demo, String... leadsTo) {
        return new AddressJudge(demo, host -> {
            InetAddress[] found = new InetAddress[leadsTo.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(leadsTo[i]);
            }
            return found;
        });
    }
}
