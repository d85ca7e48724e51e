//! The system packages needed for each purpose, with their names in each distribution. Keeps out installing (`setup`).

/// What packages are needed for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// To build the shell.
    Build,
    /// To open a window without a display, and to run the tests in it.
    Window,
    /// To check other platforms from Linux.
    Platforms,
}

impl Group {
    /// Names in Debian 12 and in Ubuntu 24.04.
    pub fn debian(self) -> &'static [&'static str] {
        match self {
            Group::Build => &[
                "libwebkit2gtk-4.1-dev",
                "libgtk-3-dev",
                "librsvg2-dev",
                "libayatana-appindicator3-dev",
                "libxdo-dev",
                "pkg-config",
                "build-essential",
                "perl",
            ],
            Group::Window => &[
                "xvfb",
                "webkit2gtk-driver",
                "dbus",
                "dbus-x11",
                "gnome-keyring",
                "xclip",
                "openbox",
                "xdg-utils",
                "desktop-file-utils",
                "imagemagick",
                "at-spi2-core",
            ],
            Group::Platforms => &["gcc-mingw-w64-x86-64", "g++-mingw-w64-x86-64", "wine", "wine64"],
        }
    }

    /// Names in Fedora.
    pub fn fedora(self) -> &'static [&'static str] {
        match self {
            Group::Build => &[
                "webkit2gtk4.1-devel",
                "gtk3-devel",
                "librsvg2-devel",
                "libappindicator-gtk3-devel",
                "libxdo-devel",
                "pkgconf-pkg-config",
                "gcc",
                "gcc-c++",
                "make",
                "perl",
            ],
            Group::Window => &[
                "xorg-x11-server-Xvfb",
                "webkit2gtk4.1",
                "dbus-daemon",
                "dbus-x11",
                "gnome-keyring",
                "xclip",
                "openbox",
                "ImageMagick",
                "at-spi2-core",
            ],
            Group::Platforms => &["mingw64-gcc", "mingw64-gcc-c++", "wine"],
        }
    }

    /// Names in Arch.
    pub fn arch(self) -> &'static [&'static str] {
        match self {
            Group::Build => &[
                "webkit2gtk-4.1",
                "gtk3",
                "librsvg",
                "libappindicator-gtk3",
                "xdotool",
                "pkgconf",
                "base-devel",
                "perl",
            ],
            Group::Window => &[
                "xorg-server-xvfb",
                "webkit2gtk-4.1",
                "dbus",
                "gnome-keyring",
                "xclip",
                "openbox",
                "imagemagick",
                "at-spi2-core",
            ],
            Group::Platforms => &["mingw-w64-gcc", "wine"],
        }
    }
}

/// The family of a Linux distribution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Family {
    /// Debian, Ubuntu and their derivatives.
    Debian,
    /// Fedora and its derivatives.
    Fedora,
    /// Arch and its derivatives.
    Arch,
    /// Any other.
    Other,
}

/// The family in the text of an os-release file (`ID` and `ID_LIKE`, see os-release(5)).
pub fn family(os_release: &str) -> Family {
    let names: Vec<&str> = os_release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split_whitespace())
        .collect();
    let is = |wanted: &[&str]| names.iter().any(|name| wanted.contains(name));
    if is(&["debian", "ubuntu"]) {
        Family::Debian
    } else if is(&["fedora", "rhel"]) {
        Family::Fedora
    } else if is(&["arch"]) {
        Family::Arch
    } else {
        Family::Other
    }
}

/// The packages of `wanted` that are not installed according to the output of `dpkg-query -W -f '${Package}
/// ${db:Status-Abbrev}\n'`.
pub fn missing<'a>(wanted: &[&'a str], listing: &str) -> Vec<&'a str> {
    let is_installed = |package: &str| {
        listing.lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some(package) && words.next().is_some_and(|state| state == "ii")
        })
    };
    wanted.iter().copied().filter(|package| !is_installed(package)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distribution_is_known_by_itself_or_by_what_it_is_like() {
        assert_eq!(family("NAME=Debian\nID=debian\n"), Family::Debian);
        assert_eq!(family("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), Family::Debian);
        assert_eq!(family("ID=fedora\n"), Family::Fedora);
        assert_eq!(family("ID=manjaro\nID_LIKE=arch\n"), Family::Arch);
    }

    #[test]
    fn an_unknown_distribution_is_not_guessed() {
        assert_eq!(family("ID=nixos\n"), Family::Other);
        assert_eq!(family(""), Family::Other);
        assert_eq!(family("NAME=debian\n"), Family::Other);
    }

    #[test]
    fn a_package_counts_as_there_only_when_installed() {
        let listing = "xvfb ii \nperl rc \nperl-base ii \n";
        assert_eq!(missing(&["xvfb", "perl", "dbus"], listing), ["perl", "dbus"]);
    }

    #[test]
    fn nothing_is_missing_when_all_is_installed() {
        assert!(missing(&["xvfb"], "xvfb ii \n").is_empty());
    }
}
