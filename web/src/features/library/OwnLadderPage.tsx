export { OwnLadderPage as Component } from './LadderPage'
