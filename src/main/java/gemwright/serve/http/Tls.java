package gemwright.serve.http;

import gemwright.base.Problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The certificate that a server shows and the key that proves it is its own: two files in PEM, the
/// certificate with those that vouch for it behind it (RFC 7468), the key as PKCS#8 (RFC 5958).
///
/// @param certificate file of the certificate chain, the server's own first
/// @param key file of the private key, not encrypted
public record Tls(Path certificate, Path key) {
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /// What the JDK's server needs.
    ///
    /// @throws Problem where a file cannot be read, holds something else, or the key is not that of
    ///   the certificate
    public SSLContext context() throws Problem {
        List<Certificate> chain = chain();
        PublicKey ours = chain.getFirst().getPublicKey();
        PrivateKey secret = secret(ours.getAlgorithm());
        try {
            if (!belongTogether(ours, secret)) {
                throw Problem.of("serve.tls.otherKey", key, certificate.toString());
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server", secret, new char[0], chain.toArray(new Certificate[chain.size()]));
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw Problem.of("serve.tls.key", key, String.valueOf(unusable.getMessage()))
                    .causedBy(unusable);
        }
    }

    private List<Certificate> chain() throws Problem {
        try {
            byte[] bytes = text(certificate).getBytes(StandardCharsets.ISO_8859_1);
            List<Certificate> chain =
                    List.copyOf(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificates(new ByteArrayInputStream(bytes)));
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException none) {
            throw Problem.of("serve.tls.certificate", certificate).causedBy(none);
        }
        throw Problem.of("serve.tls.certificate", certificate);
    }

    private PrivateKey secret(String algorithm) throws Problem {
        Matcher found = KEY.matcher(text(key));
        if (!found.find()) {
            throw Problem.of("serve.tls.key", key, "no PRIVATE KEY in PKCS#8");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(found.group(1));
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException other) {
            throw Problem.of("serve.tls.key", key, "no " + algorithm + " key").causedBy(other);
        }
    }

    /// A word signed with the one must be found genuine with the other.
    private static boolean belongTogether(PublicKey ours, PrivateKey secret)
            throws GeneralSecurityException {
        String algorithm =
                switch (ours.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> ours.getAlgorithm();
                };
        byte[] word = "gemwright".getBytes(StandardCharsets.US_ASCII);
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(secret);
        signing.update(word);
        byte[] signature = signing.sign();
        Signature checking = Signature.getInstance(algorithm);
        checking.initVerify(ours);
        checking.update(word);
        return checking.verify(signature);
    }

    private static String text(Path file) throws Problem {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException missing) {
            throw Problem.of("file.missing", file).causedBy(missing);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", file, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }
}
