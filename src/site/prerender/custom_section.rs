//! Custom sections of WebAssembly modules: data that travels inside of a `.wasm` file.

/// `module` with a custom section of this name and content added at its end.
pub fn append(module: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    const CUSTOM: u8 = 0;
    let mut section = leb128(name.len());
    section.extend_from_slice(name.as_bytes());
    section.extend_from_slice(content);
    let mut module = module.to_vec();
    module.push(CUSTOM);
    module.extend(leb128(section.len()));
    module.extend(section);
    module
}

/// A length as WebAssembly writes it: seven bits a byte, the lowest first.
fn leb128(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (value & 0x7f) as u8;
        value >>= 7;
        bytes.push(if value == 0 { low } else { low | 0x80 });
        if value == 0 {
            return bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An empty module: its magic number and version.
    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    fn number(bytes: &mut &[u8]) -> usize {
        let mut value = 0;
        for shift in (0..).step_by(7) {
            let (byte, rest) = bytes.split_first().expect("a length ends");
            *bytes = rest;
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        value
    }

    fn take<'a>(bytes: &mut &'a [u8], length: usize) -> &'a [u8] {
        let (taken, rest) = bytes.split_at(length);
        *bytes = rest;
        taken
    }

    /// Names and contents of the custom sections of a module, as a browser finds them.
    fn sections(module: &[u8]) -> Vec<(String, Vec<u8>)> {
        let mut bytes = module.strip_prefix(EMPTY).expect("it is a module");
        let mut found = Vec::new();
        while let Some((kind, rest)) = bytes.split_first() {
            bytes = rest;
            let length = number(&mut bytes);
            let mut section = take(&mut bytes, length);
            if *kind == 0 {
                let length = number(&mut section);
                let name = String::from_utf8(take(&mut section, length).to_vec()).expect("a name is text");
                found.push((name, section.to_vec()));
            }
        }
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn sections_are_read_as_they_were_added(
            sections_added in proptest::collection::vec((".{0,40}", proptest::collection::vec(any::<u8>(), 0..20_000)), 0..4)
        ) {
            let module = sections_added.iter().fold(EMPTY.to_vec(), |module, (name, content)| append(&module, name, content));
            prop_assert_eq!(sections(&module), sections_added);
        }
    }

    #[test]
    fn lengths_take_a_byte_for_every_seven_bits() {
        assert_eq!(leb128(0), [0]);
        assert_eq!(leb128(127), [0x7f]);
        assert_eq!(leb128(128), [0x80, 1]);
        assert_eq!(leb128(624_485), [0xe5, 0x8e, 0x26]);
    }

    #[test]
    fn a_section_stands_behind_the_module() {
        let module = append(b"\0asm\x01\0\0\0", "plan", b"abc");
        assert_eq!(&module[8..], [0, 8, 4, b'p', b'l', b'a', b'n', b'a', b'b', b'c']);
    }
}
