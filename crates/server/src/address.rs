//! Where a request really came from.

use std::{
    net::{IpAddr, Ipv6Addr},
    str::FromStr,
};

/// A network such as `10.0.0.0/8`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: u128,
    bits: u32,
}

/// IPv4 as IPv6, so that both compare.
fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

impl FromStr for Network {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (address, bits) =
            text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| ())?;
        let (width, offset) = if address.is_ipv4() { (32, 96) } else { (128, 0) };
        let bits = bits.map_or(Ok(width), |bits| bits.parse::<u32>().map_err(|_| ()))?;
        if bits > width { Err(()) } else { Ok(Self { address: number(address), bits: bits + offset }) }
    }
}

impl Network {
    /// Whether `address` lies inside.
    #[must_use]
    pub fn holds(&self, address: IpAddr) -> bool {
        let shift = 128 - self.bits;
        shift == 128 || number(address) >> shift == self.address >> shift
    }
}

/// The caller's address: the peer, unless that is a trusted proxy; then the rightmost address of
/// `X-Forwarded-For` that no trusted proxy has. What stands left of it anybody may have written.
pub(crate) fn caller(peer: IpAddr, forwarded: Option<&str>, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.holds(address));
    let mut nearest = peer;
    let mut hops = forwarded.into_iter().flat_map(|text| text.rsplit(','));
    while is_trusted(nearest) {
        let Some(next) = hops.next().and_then(|hop| hop.trim().parse().ok()) else { break };
        nearest = next;
    }
    canonical(nearest)
}

fn canonical(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

/// The part of an address that one subscriber holds: all of IPv4, the first 64 bits of IPv6.
pub(crate) fn subscriber(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(peer: &str, forwarded: Option<&str>, trusted: &[&str], expected: &str) {
        let trusted: Vec<Network> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(caller(peer.parse().unwrap(), forwarded, &trusted).to_string(), expected, "{forwarded:?}");
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        check("9.9.9.9", None, &[], "9.9.9.9");
        check("9.9.9.9", Some("1.1.1.1"), &[], "9.9.9.9");
        check("10.0.0.1", Some("1.1.1.1"), &["10.0.0.0/8"], "1.1.1.1");
        check("10.0.0.1", Some("6.6.6.6, 1.1.1.1"), &["10.0.0.0/8"], "1.1.1.1");
        check("10.0.0.1", Some("6.6.6.6, 1.1.1.1, 10.2.3.4"), &["10.0.0.0/8"], "1.1.1.1");
        check("10.0.0.1", Some("nonsense"), &["10.0.0.0/8"], "10.0.0.1");
        check("10.0.0.1", None, &["10.0.0.0/8"], "10.0.0.1");
        check("::ffff:10.0.0.1", Some("1.1.1.1"), &["10.0.0.1"], "1.1.1.1");
        check("fd00::1", Some("2001:db8::1"), &["fd00::/8"], "2001:db8::1");
    }

    #[test]
    fn networks_are_understood_or_refused() {
        for bad in ["", "10.0.0.0/33", "::/129", "10.0.0/8", "x", "10.0.0.0/"] {
            assert_eq!(bad.parse::<Network>(), Err(()), "{bad}");
        }
        assert!("0.0.0.0/0".parse::<Network>().unwrap().holds("8.8.8.8".parse().unwrap()));
        assert!("::/0".parse::<Network>().unwrap().holds("8.8.8.8".parse().unwrap()));
    }

    #[test]
    fn an_ipv6_subscriber_is_one_caller() {
        let one = subscriber("2001:db8::1".parse().unwrap());
        assert_eq!(one, subscriber("2001:db8::ffff:1".parse().unwrap()));
        assert_ne!(one, subscriber("2001:db8:0:1::1".parse().unwrap()));
    }
}
