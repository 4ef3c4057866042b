//! The only requests this server makes by itself: to hosts that the configuration names, the identity provider's and those of
//! webhooks, over TLS, without following anything anywhere.

use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, header},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, ServerName, pem::PemObject},
    },
};
use url::{Host, Url};

const LONGEST_WAIT: Duration = Duration::from_secs(10);
const LARGEST_ANSWER: usize = 1 << 18;

/// Why somebody could not be asked. For the log; callers of the API never see it.
pub(crate) type Failure = String;

/// Asks hosts of the configuration.
pub(crate) struct Client {
    tls: TlsConnector,
    /// `host` or `host:port`, exactly.
    hosts: Vec<String>,
    /// Whether they may be on private addresses: of the own network, or loopback.
    private: bool,
}

/// A form to post, and who posts it.
pub(crate) struct Form<'a> {
    pub(crate) fields: &'a [(&'a str, &'a str)],
    /// Name and secret for HTTP Basic.
    pub(crate) basic: Option<(&'a str, &'a str)>,
}

impl Client {
    /// A client for these hosts, on `private` addresses too or on public ones only; `more_roots` is PEM text of certificates to
    /// trust besides the usual ones.
    ///
    /// # Errors
    /// Certificates that are none.
    pub(crate) fn new(hosts: Vec<String>, private: bool, more_roots: Option<&[u8]>) -> Result<Self, Failure> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        for certificate in more_roots.into_iter().flat_map(CertificateDer::pem_slice_iter) {
            let certificate = certificate.map_err(|error| format!("certificates to trust: {error}"))?;
            roots.add(certificate).map_err(|error| format!("certificates to trust: {error}"))?;
        }
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), hosts, private })
    }

    /// Whether an address is one that may be asked: a host of the configuration, over TLS or on loopback.
    ///
    /// # Errors
    /// Why not.
    pub(crate) fn allowed(&self, address: &str) -> Result<Url, Failure> {
        let url = Url::parse(address).map_err(|error| format!("{address}: {error}"))?;
        let plain_loopback = url.scheme() == "http" && is_loopback(&url);
        if !plain_loopback && url.scheme() != "https" {
            return Err(format!("{address}: only https"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(format!("{address}: no name and password in an address"));
        }
        if self.hosts.contains(&authority(&url)) {
            Ok(url)
        } else {
            Err(format!("{address}: the host is not among those of the configuration"))
        }
    }

    /// JSON at an address.
    ///
    /// # Errors
    /// Anything but an answer 200 with JSON in time and size; a redirection is not followed.
    pub(crate) async fn get(&self, address: &str) -> Result<Value, Failure> {
        let request = Request::builder().method(Method::GET);
        self.ask(address, request, Body::empty()).await
    }

    /// JSON answered to a form.
    ///
    /// # Errors
    /// As with [`Client::get`].
    pub(crate) async fn post(&self, address: &str, form: &Form<'_>) -> Result<Value, Failure> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form.fields).finish();
        let mut request = Request::builder()
            .method(Method::POST)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some((name, secret)) = form.basic {
            // RFC 6749 §2.3.1: each is form-encoded first.
            let encoded =
                |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            let pair = STANDARD.encode(format!("{}:{}", encoded(name), encoded(secret)));
            request = request.header(header::AUTHORIZATION, format!("Basic {pair}"));
        }
        self.ask(address, request, Body::from(body)).await
    }

    /// Hands a body over with these headers; gives the status of the answer, whatever it is. Nothing of the answer is looked at.
    ///
    /// # Errors
    /// No answer in time, or an address that may not be asked.
    pub(crate) async fn deliver(
        &self,
        address: &str,
        headers: &[(&str, String)],
        body: String,
    ) -> Result<u16, Failure> {
        let mut request =
            Request::builder().method(Method::POST).header(header::CONTENT_TYPE, "application/json");
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let (status, _) = self.sent(address, request, Body::from(body)).await?;
        Ok(status)
    }

    async fn ask(
        &self,
        address: &str,
        request: axum::http::request::Builder,
        body: Body,
    ) -> Result<Value, Failure> {
        let (status, bytes) = self.sent(address, request, body).await?;
        if status != 200 {
            return Err(format!("{address}: answered {status}"));
        }
        serde_json::from_slice(&bytes).map_err(|error| format!("{address}: {error}"))
    }

    async fn sent(
        &self,
        address: &str,
        request: axum::http::request::Builder,
        body: Body,
    ) -> Result<Answered, Failure> {
        let url = self.allowed(address)?;
        let asking = async {
            let target =
                url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
            let request = request
                .uri(target)
                .header(header::HOST, authority(&url))
                .header(header::ACCEPT, "application/json")
                .body(body)
                .map_err(|error| error.to_string())?;
            let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
            let stream = self.connected(&host, url.port_or_known_default().unwrap_or(443)).await?;
            if url.scheme() == "http" {
                return exchange(stream, request).await;
            }
            let name = ServerName::try_from(host).map_err(|error| error.to_string())?;
            exchange(self.tls.connect(name, stream).await.map_err(|error| error.to_string())?, request).await
        };
        let answered = tokio::time::timeout(LONGEST_WAIT, asking).await;
        answered
            .unwrap_or_else(|_| Err("no answer in time".to_owned()))
            .map_err(|error| format!("{address}: {error}"))
    }

    /// The name is looked up once, and it is the address found then that is asked: a name that changes in between leads nowhere.
    async fn connected(&self, host: &str, port: u16) -> Result<TcpStream, Failure> {
        let found = tokio::net::lookup_host((host, port)).await.map_err(|error| error.to_string())?;
        let found: Vec<SocketAddr> = found.collect();
        if !self.private && found.iter().any(|address| !is_public(address.ip())) {
            return Err("the host is on a private address".to_owned());
        }
        TcpStream::connect(found.as_slice()).await.map_err(|error| error.to_string())
    }
}

/// Status and content of an answer.
type Answered = (u16, Vec<u8>);

/// Whether an address is everybody's: not of a private network, this machine, or a range kept for something else.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            let shared = a == 100 && (64..128).contains(&b);
            let benchmarks = a == 198 && (b == 18 || b == 19);
            let reserved = a == 0 || a >= 224;
            let own = v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_documentation();
            !(own || shared || benchmarks || reserved || (a == 192 && b == 0 && v4.octets()[2] == 0))
        }
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => is_public(IpAddr::V4(v4)),
            // 2000::/3 is what is given out; documentation, Teredo and 6to4 lie in it and lead elsewhere.
            None => {
                let [first, second, ..] = v6.segments();
                let given_out = first & 0xe000 == 0x2000;
                let elsewhere = (first == 0x2001 && (second == 0 || second == 0xdb8)) || first == 0x2002;
                given_out && !elsewhere
            }
        },
    }
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Body>,
) -> Result<Answered, Failure> {
    let shaken = http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(|error| error.to_string())?;
    let answer = async {
        let response = sender.send_request(request).await.map_err(|error| error.to_string())?;
        let status = response.status().as_u16();
        let bytes = to_bytes(Body::new(response.into_body()), LARGEST_ANSWER).await;
        Ok((status, bytes.map_err(|error| error.to_string())?.to_vec()))
    };
    tokio::pin!(answer);
    tokio::select! {
        answer = &mut answer => answer,
        // The connection may end as soon as everything has arrived.
        _ = connection => answer.await,
    }
}

/// `host`, or `host:port` where the port is not the usual one.
pub(crate) fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_hosts_of_the_configuration_are_asked_and_only_over_tls() {
        let client = Client::new(vec!["id.example.cn".into(), "127.0.0.1:9000".into()], true, None).unwrap();
        for good in
            ["https://id.example.cn/x?y=1", "https://id.example.cn:443/", "http://127.0.0.1:9000/token"]
        {
            assert!(client.allowed(good).is_ok(), "{good}");
        }
        for bad in [
            "http://id.example.cn/",
            "https://id.example.cn:8443/",
            "https://evil.example.cn/",
            "https://id.example.cn.evil.cn/",
            "https://id.example.cn@evil.cn/",
            "https://me:secret@id.example.cn/",
            "http://127.0.0.1/",
            "http://169.254.169.254/latest",
            "http://2130706433:9001/",
            "http://[::1]:9000/",
            "file:///etc/passwd",
            "gopher://127.0.0.1:9000/",
            "//id.example.cn/",
            "",
        ] {
            assert!(client.allowed(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        let broken = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert!(Client::new(Vec::new(), true, Some(broken)).is_err());
        assert!(Client::new(Vec::new(), true, Some(b"")).is_ok());
    }

    #[test]
    fn private_addresses_are_known_however_they_are_written() {
        for public in ["1.2.4.8", "114.114.114.114", "2400:3200::1", "::ffff:1.2.4.8"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.0.8",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2001:db8::1",
            "2002:a00:1::",
            "2001::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
    }

    #[tokio::test]
    async fn a_private_address_is_asked_only_where_the_configuration_says_so() {
        let listening = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let host = listening.local_addr().unwrap().to_string();
        let client = Client::new(vec![host.clone()], false, None).unwrap();
        let told = client.deliver(&format!("http://{host}/x"), &[], "{}".into()).await.unwrap_err();
        assert!(told.ends_with("the host is on a private address"), "{told}");
    }
}
