export { OrderOfPlayScreen } from './order-of-play-screen';
